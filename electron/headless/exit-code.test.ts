import { expect, test } from 'vitest'
import { foldRunEvents, runEvent, type RunState, type RunStop } from '../../shared/run-events.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { exitCodeOfError, exitCodeOfRun } from './exit-code.ts'

const failed = (code: ErrorCode): RunStop => ({ kind: 'failed', error: { code, message: 'No.', retryable: false } })

function run(stop: RunStop, status: 'success' | 'denied' | 'unanswered' = 'success'): RunState {
  const events = [
    {
      type: 'run-started',
      runId: 'r',
      conversationId: 'c',
      agentId: 'a',
      modelId: 'm',
      userMessage: { id: 'q', role: 'user', content: [], createdAt: 0 },
      at: 0,
    },
    { type: 'message-started', messageId: 'm1', at: 0 },
    { type: 'tool-use-started', messageId: 'm1', index: 0, toolUseId: 't', name: 'shell' },
    {
      type: 'tool-completed',
      toolUseId: 't',
      outcome: { status, content: [{ type: 'text', text: '' }] },
      durationMs: 0,
    },
    { type: 'run-ended', stop, at: 1 },
  ]
  return foldRunEvents(events.map((event) => runEvent.parse(event)))!
}

test('an answer is 0, even after a denied call; one left undone for want of consent is 4', () => {
  expect(exitCodeOfRun(run({ kind: 'completed' }))).toBe(0)
  expect(exitCodeOfRun(run({ kind: 'completed' }, 'denied'))).toBe(0)
  expect(exitCodeOfRun(run({ kind: 'completed' }, 'unanswered'))).toBe(4)
  expect(exitCodeOfRun(run({ kind: 'turn-limit', turns: 3 }, 'unanswered'))).toBe(4)
})

test('a model that fails or refuses is 3, whatever else happened; a stop is 130; a full disk is 1', () => {
  expect(exitCodeOfRun(run(failed('MODEL_THROTTLED'), 'unanswered'))).toBe(3)
  expect(exitCodeOfRun(run({ kind: 'refused', reason: 'No.' }))).toBe(3)
  expect(exitCodeOfRun(run({ kind: 'cancelled' }))).toBe(130)
  expect(exitCodeOfRun(run(failed('DISK_FULL')))).toBe(1)
})

test('before there is a run, a mistake in the command is 2, the model’s trouble 3, the machine’s 1', () => {
  expect(
    (['AGENT_UNKNOWN', 'MODEL_NOT_FOUND', 'FILE_NOT_FOUND', 'INVALID_REQUEST'] as const).map(exitCodeOfError),
  ).toEqual([2, 2, 2, 2])
  expect((['CREDENTIALS_EXPIRED', 'MODEL_UNREACHABLE'] as const).map(exitCodeOfError)).toEqual([3, 3])
  expect((['ALREADY_RUNNING', 'DISK_FULL', 'INTERNAL'] as const).map(exitCodeOfError)).toEqual([1, 1, 1])
})
