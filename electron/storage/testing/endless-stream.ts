import { runEvent, type RunEvent } from '../../../shared/run-events.ts'

/** How many deltas a message gets before it is completed. */
const deltasPerMessage = 15

/**
 * The appends of a run that never ends, one batch at a time. The writing process and the test that kills it walk
 * the same sequence, so the test knows what batch n held.
 */
export function* endlessStream(conversationId: string, runId: string): Generator<readonly RunEvent[], never, void> {
  const user = { id: `${runId}-user`, role: 'user', content: [{ type: 'text', text: 'Go on' }], createdAt: 1 }
  const ids = { runId, conversationId, agentId: 'analyst', modelId: 'test:model' }
  yield [runEvent.parse({ type: 'run-started', ...ids, userMessage: user, at: 1 })]
  for (let message = 0; ; message++) {
    const id = `${runId}-${message}`
    yield [runEvent.parse({ type: 'message-started', messageId: id, at: 2 })]
    let text = ''
    for (let delta = 0; delta < deltasPerMessage; delta++) {
      const piece = `${delta} ${'word '.repeat(delta % 7)}`
      text += piece
      yield [runEvent.parse({ type: 'text-delta', messageId: id, index: 0, text: piece })]
    }
    const whole = { id, role: 'assistant', content: [{ type: 'text', text }], createdAt: 2 }
    yield [runEvent.parse({ type: 'message-completed', message: whole })]
  }
}
