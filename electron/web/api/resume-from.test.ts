import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunId } from '../../../shared/ids.ts'
import { formatEventId, parseEventId } from './event-id.ts'
import { resumeFrom } from './resume-from.ts'

const runId = 'run_1' as RunId
const live = { runId, newest: 7, isOver: false }
const over = { runId, newest: 7, isOver: true }

describe('resumeFrom', () => {
  it.each([
    [undefined, live, 'snapshot'],
    ['run_1:0', live, 0],
    ['run_1:7', live, 7],
    ['run_1:6', over, 6],
    ['run_1:end', over, 'end'],
    // Only the end is left to tell, and the log that held it may be gone.
    ['run_1:7', over, 'snapshot'],
    ['run_1:900', { ...over, newest: 0 }, 'snapshot'],
  ])('goes on after %j', (id, run, from) => {
    expect(resumeFrom(id, run)).toBe(from)
  })

  it.each([
    '',
    'x',
    '7',
    'run_1',
    'run_1:',
    'run_1:-1',
    'run_1:1.5',
    'run_1:1e3',
    'run_2:3',
    'run_1:8',
    'run_1:end',
    'run_1:7\n',
  ])('refuses %j of a run under way, and says what to do', (id) => {
    expect(() => resumeFrom(id, live)).toThrow(
      expect.objectContaining({ code: 'INVALID_REQUEST', hint: expect.stringContaining('snapshot') }),
    )
  })
})

it('reads what it writes', () => {
  const position = fc.oneof(fc.nat(), fc.constant('end' as const))
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((text) => !text.includes('\n')),
      position,
      (id, at) => {
        expect(parseEventId(formatEventId(id as RunId, at))).toEqual({ runId: id, position: at })
      },
    ),
  )
})
