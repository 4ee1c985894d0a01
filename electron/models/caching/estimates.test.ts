import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, factorOf, marginOf, uncalibrated } from './calibration.ts'
import { estimateImageTokens } from './estimate-image-tokens.ts'
import { estimateTextTokens } from './estimate-text-tokens.ts'

describe('the size of a text', () => {
  test('is nothing for nothing, and never negative or less for more text', () => {
    expect(estimateTextTokens('')).toBe(0)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const whole = estimateTextTokens(`${a} ${b}`)
        expect(whole).toBeGreaterThanOrEqual(estimateTextTokens(a) - 1.2)
        expect(whole).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test.each([
    ['The quick brown fox jumps over the lazy dog.', 8, 12],
    ['{"region":"north","amount":1204.5}', 8, 18],
    ['売上は前年同期比で十二パーセント増加しました', 12, 24],
  ])('of %s is between %i and %i', (text, least, most) => {
    expect(estimateTextTokens(text)).toBeGreaterThanOrEqual(least)
    expect(estimateTextTokens(text)).toBeLessThanOrEqual(most)
  })
})

describe('the size of a picture', () => {
  const png = Buffer.alloc(32)
  Buffer.from('89504e470d0a1a0a', 'hex').copy(png)
  png.writeUInt32BE(750, 16)
  png.writeUInt32BE(400, 20)
  const gif = Buffer.from('4749463839612003f401', 'hex')
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108032004b003', 'hex')
  const webp = Buffer.alloc(30)
  webp.write('RIFF', 0)
  webp.write('WEBPVP8X', 8)
  webp.writeUIntLE(749, 24, 3)
  webp.writeUIntLE(399, 27, 3)

  test.each([
    ['png', png, 400],
    ['gif', gif, (800 * 500) / 750],
    ['jpeg', jpeg, (1200 * 800) / 750],
    ['webp', webp, 400],
  ] as const)('is read from a %s', (format, bytes, expected) => {
    expect(estimateImageTokens({ format, base64: bytes.toString('base64') })).toBe(Math.ceil(expected))
  })

  test('is the largest when it cannot be read, and capped by what the service scales to', () => {
    expect(estimateImageTokens({ format: 'png', base64: '' })).toBe(1600)
    png.writeUInt32BE(8000, 16)
    png.writeUInt32BE(8000, 20)
    expect(estimateImageTokens({ format: 'png', base64: png.toString('base64') })).toBeLessThan(3300)
  })
})

describe('a model’s own factor', () => {
  test('is assumed at first and learnt from what the service counts', () => {
    expect(factorOf(uncalibrated)).toBeCloseTo(1.1)
    let calibration = uncalibrated
    for (let call = 0; call < 40; call++) calibration = calibrate(calibration, { actual: 1500, raw: 1000 })
    expect(factorOf(calibration)).toBeCloseTo(1.5, 1)
    expect(marginOf(calibration)).toBeLessThan(marginOf(uncalibrated))
  })

  test('ignores what is too small or cannot be', () => {
    expect(calibrate(uncalibrated, { actual: 90, raw: 10 })).toBe(uncalibrated)
    expect(calibrate(uncalibrated, { actual: 0, raw: 1000 })).toBe(uncalibrated)
    expect(calibrate(uncalibrated, { actual: 9000, raw: 1000 })).toBe(uncalibrated)
  })
})
