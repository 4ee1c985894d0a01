import { describe, expect, it } from 'vitest'
import { afterCrash } from './after-crash.ts'

describe('afterCrash', () => {
  it.each([
    ['clean-exit', 1000, 'nothing'],
    ['crashed', Number.POSITIVE_INFINITY, 'reload'],
    ['oom', 31_000, 'reload'],
    ['crashed', 5000, 'give-up'],
  ] as const)('%s %d ms after the last: %s', (reason, sinceLastMs, expected) => {
    expect(afterCrash(reason, sinceLastMs)).toBe(expected)
  })
})
