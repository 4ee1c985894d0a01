import type { Connection } from '../../state/connection.ts'
import type { Draft } from '../../state/drafts.ts'

/** Why a message cannot be sent now, in words; `undefined` when it can, and '' when the reason is plain to see. */
export function composerBlock(now: {
  readonly connection: Connection
  readonly draft: Draft
  readonly isChoiceKnown: boolean
  /** Whether an answer in this conversation is on its way. */
  readonly isAnswering: boolean
  readonly modelProblem: string | undefined
}): string | undefined {
  if (now.connection === 'lost') return 'The connection to the app is lost. This page reconnects by itself.'
  if (!now.isChoiceKnown) return ''
  if (now.modelProblem !== undefined) return now.modelProblem
  const adding = now.draft.attachments.find(({ kind }) => kind === 'adding')
  if (adding !== undefined) return `Adding ${adding.name}. You can send when it is there.`
  const refused = now.draft.attachments.find(({ kind }) => kind === 'refused')
  if (refused !== undefined) return `${refused.name} could not be added. Remove it to send your message.`
  if (now.draft.text.trim() === '') return ''
  return now.isAnswering ? 'You can send this when the answer is done, or stop the answer now.' : undefined
}
