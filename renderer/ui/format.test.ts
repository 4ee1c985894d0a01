import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAgo, formatBytes, formatCost, formatCount, formatDuration, formatPercent } from './format.ts'

describe('formats', () => {
  it('writes counts, times and sizes as people read them', () => {
    expect([0, 950, 1240, 9999, 12_449, 99_960, 999_949, 999_950, 12_345_678].map(formatCount)).toEqual([
      '0',
      '950',
      '1,240',
      '9,999',
      '12.4k',
      '100k',
      '1,000k',
      '1M',
      '12.3M',
    ])
    expect([0, 340, 999.4, 999.6, 3210, 59_940, 59_960, 125_000, 3_600_000, 3_720_000].map(formatDuration)).toEqual([
      '0 ms',
      '340 ms',
      '999 ms',
      '1 s',
      '3.2 s',
      '59.9 s',
      '1 min',
      '2 min 5 s',
      '1 h',
      '1 h 2 min',
    ])
    expect([0, 812, 3400, 1_250_000, 1e9, 2.5e12].map(formatBytes)).toEqual([
      '0 B',
      '812 B',
      '3.4 kB',
      '1.3 MB',
      '1 GB',
      '2.5 TB',
    ])
    expect([0, 0.004, 0.5, 1].map(formatPercent)).toEqual(['0 %', 'under 1 %', '50 %', '100 %'])
  })

  it('never shows an unknown or a tiny cost as nothing', () => {
    expect(formatCost({ kind: 'unpriced' })).toBe('unknown')
    expect(formatCost({ kind: 'free' })).toBe('free')
    expect(formatCost({ kind: 'priced', usd: 0.0123 })).toBe('$0.0123')
    expect(formatCost({ kind: 'priced', usd: 3.456 })).toBe('$3.46')
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (usd) => {
        expect(formatCost({ kind: 'priced', usd })).toMatch(/[1-9]/)
      }),
    )
  })

  it('says how long ago something was', () => {
    const now = Date.UTC(2026, 4, 20, 12)
    expect([now, now - 5 * 60_000, now - 3 * 3_600_000].map((at) => formatAgo(at, now))).toEqual([
      'just now',
      '5 min ago',
      '3 h ago',
    ])
    expect(formatAgo(now - 40 * 86_400_000, now)).toBe('10 Apr 2026')
  })
})
