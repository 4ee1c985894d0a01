import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectOutput } from './collect-output.ts'

test('gives back short output whole, however it was cut into chunks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(20)), (text, cuts) => {
      const live: string[] = []
      const collector = collectOutput(10_000, (piece) => live.push(piece))
      for (const chunk of split(Buffer.from(text), cuts)) collector.add(chunk)
      expect([collector.finish(), live.join('')]).toEqual([{ text, isTruncated: false }, text])
    }),
  )
})

test('keeps beginning and end of long output and says how much is missing', () => {
  const collector = collectOutput(10)
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') collector.add(Buffer.from(letter))
  expect(collector.finish()).toEqual({ text: 'abcde\n… 16 bytes cut here …\nvwxyz', isTruncated: true })
})

test('never holds more than the limit, adds up, and breaks no character', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.array(fc.nat(20)), fc.integer({ min: 8, max: 60 }), (count, cuts, maxBytes) => {
      const bytes = Buffer.from('é€😀x'.repeat(count))
      const live: string[] = []
      const collector = collectOutput(maxBytes, (piece) => live.push(piece))
      for (const chunk of split(bytes, cuts)) collector.add(chunk)
      const { text, isTruncated } = collector.finish()
      const note = /\n… ([\d,]+) bytes cut here …\n/.exec(text)
      const kept = Buffer.byteLength(text.replace(note?.[0] ?? '', ''))
      const cut = Number((note?.[1] ?? '0').replaceAll(',', ''))
      expect(isTruncated).toBe(bytes.length > maxBytes)
      expect(kept).toBeLessThanOrEqual(maxBytes)
      // Up to three bytes of a broken character are dropped on either side of the cut.
      expect(bytes.length - kept - cut).toBeLessThanOrEqual(6)
      expect(Buffer.byteLength(live.join(''))).toBeLessThanOrEqual(maxBytes)
      expect(text).not.toContain('\uFFFD')
    }),
  )
})

test('lets go of what it will not show', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const collector = collectOutput(10_000)
  const before = process.memoryUsage().arrayBuffers
  for (let chunk = 0; chunk < 500; chunk += 1) collector.add(Buffer.alloc(100_000))
  await expect
    .poll(() => {
      collectGarbage()
      return process.memoryUsage().arrayBuffers - before
    })
    .toBeLessThan(5_000_000)
  expect(collector.finish().isTruncated).toBe(true)
})

function split(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const chunks: Buffer[] = []
  let from = 0
  for (const cut of cuts) {
    chunks.push(bytes.subarray(from, from + cut))
    from += cut
  }
  return [...chunks, bytes.subarray(from)]
}
