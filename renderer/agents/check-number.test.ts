import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNumber } from './check-number.ts'

const share = { least: 0, most: 1, isWhole: false }
const length = { least: 1, most: 128_000, isWhole: true }

describe('checkNumber', () => {
  it('takes numbers in range, with either decimal sign and grouped thousands', () => {
    expect(checkNumber('0.25', share)).toEqual({ kind: 'number', value: 0.25 })
    expect(checkNumber(' 0,25 ', share)).toEqual({ kind: 'number', value: 0.25 })
    expect(checkNumber('1', share)).toEqual({ kind: 'number', value: 1 })
    expect(checkNumber('64,000', length)).toEqual({ kind: 'number', value: 64_000 })
  })

  it('takes nothing as unset', () => {
    expect(checkNumber('  ', share)).toEqual({ kind: 'unset' })
    expect(checkNumber('', length)).toEqual({ kind: 'unset' })
  })

  it('refuses what is out of range or no number, in a sentence', () => {
    const sentence = 'Enter a number from 0 to 1, or leave it empty.'
    for (const text of ['1.01', '-0.1', 'hot', '0.2.3', '1e-1', 'Infinity'])
      expect(checkNumber(text, share)).toEqual({ kind: 'wrong', sentence })
    const whole = 'Enter a whole number from 1 to 128,000, or leave it empty.'
    for (const text of ['0', '128001', 'many', '1.5', '12,34'])
      expect(checkNumber(text, length)).toEqual({ kind: 'wrong', sentence: whole })
  })

  it('never lets a number out of range through', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+e ')) }), (text) => {
        const checked = checkNumber(text, share)
        if (checked.kind === 'number') expect(checked.value >= 0 && checked.value <= 1).toBe(true)
      }),
    )
  })
})
