import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../../agent/driven-run.fixture.ts'
import { createRunLog } from './run-log.ts'

describe('createRunLog', () => {
  it('gives everything after a number in order, or says that it no longer can', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 900 }), { maxLength: 12 }), fc.nat({ max: 8000 }), (batches, seq) => {
        const log = createRunLog()
        let total = 0
        for (const size of batches) log.append(Array.from({ length: size }, () => say(String(++total))))
        const from = Math.min(seq, total)
        const missed = log.since(from)
        expect(log.newest()).toBe(total)
        if (total - from <= 2000)
          expect(missed).toEqual(
            Array.from({ length: total - from }, (_, n) => ({ seq: from + n + 1, event: say(String(from + n + 1)) })),
          )
        else expect(missed).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('holds no more text than a bounded amount, however few events it is', () => {
    const log = createRunLog()
    for (let n = 0; n < 20; n++) log.append([say('x'.repeat(100_000))])
    const held = [...Array(20).keys()].filter((seq) => log.since(seq) !== null)
    expect(held.length).toBeLessThan(11)
    log.append([say('x'.repeat(2_000_000))])
    expect(log.since(20)).toBeNull()
    log.append([say('more')])
    expect(log.since(21)).toEqual([{ seq: 22, event: say('more') }])
  })

  it('wakes who listens, and nobody who left', () => {
    const log = createRunLog()
    let woken = 0
    const leave = log.onAppend(() => woken++)
    log.append([say('a')])
    leave()
    log.append([say('b')])
    expect(woken).toBe(1)
  })
})
