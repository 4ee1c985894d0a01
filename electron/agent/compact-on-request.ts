import { AppError } from '../../shared/errors.ts'
import type { RunStop } from '../../shared/run-events.ts'
import { openContext, type ContextOfRun } from './open-context.ts'
import type { Tools, TurnConfiguration } from './ports.ts'
import type { ReplyPorts } from './stream-reply.ts'

type Run = ContextOfRun & { readonly configuration: () => Promise<TurnConfiguration> }

/** Summarises what came before because the person asked for it. Throws `INVALID_REQUEST` when there is too little. */
export async function compactOnRequest(run: Run, ports: ReplyPorts & { readonly tools: Tools }): Promise<RunStop> {
  const turn = await run.configuration()
  if (turn.modelInfo.provider === 'offline')
    throw new AppError('INVALID_REQUEST', `${turn.modelInfo.label} does not write summaries.`, {
      hint: 'Choose another model, and ask again.',
    })
  if (await openContext(run, ports).shorten(turn, 'asked')) return { kind: 'completed' }
  throw new AppError('INVALID_REQUEST', 'There is too little before your last questions to be worth a summary.', {
    hint: 'Nothing needs to be done: a chat that grows too long is summarised by itself.',
  })
}
