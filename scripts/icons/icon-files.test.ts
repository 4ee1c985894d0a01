import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { icnsFile } from './icns-file.ts'
import { icoFile } from './ico-file.ts'

const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture of ${size}`) }))

it('writes a Windows icon whose entries lead to their pictures', () => {
  const file = icoFile(pictures)
  const entries = [6, 22].map((at) => ({
    edge: file.readUInt8(at),
    content: file
      .subarray(file.readUInt32LE(at + 12), file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8))
      .toString(),
  }))
  expect(file.readUInt16LE(4)).toBe(2)
  expect(entries).toEqual([
    { edge: 16, content: 'picture of 16' },
    { edge: 0, content: 'picture of 256' },
  ])
})

it('writes a macOS icon of the sizes it has kinds for', () => {
  const file = icnsFile(pictures)
  expect(file.subarray(0, 4).toString()).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  expect(file.toString('latin1').match(/ic\d\d/g)).toEqual(['ic08', 'ic13'])
})

it('has drawn what the installers take', async () => {
  const ico = await readFile('assets/icons/icon.ico')
  expect(ico.readUInt16LE(4)).toBe(7)
  const png = await readFile('assets/icons/512x512.png')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
})
