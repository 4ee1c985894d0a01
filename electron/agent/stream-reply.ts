import type { Message, ToolUseBlock } from '../../shared/messages.ts'
import { askUntilWhole, type Asked, type AskPorts } from './ask-until-whole.ts'
import { collectBlocks } from './collect-blocks.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { Escalation, ModelRequest, ModelStopReason, NewMessageId, RunScope, TurnConfiguration } from './ports.ts'

export type ReplyRequest = {
  readonly scope: RunScope
  /** Whom to ask and how. */
  readonly turn: TurnConfiguration
  readonly request: Omit<ModelRequest, 'model' | 'inference'>
  /** Ids already used in this run: some servers number every reply from zero. Grows with the reply's own. */
  readonly usedToolIds: Set<string>
}

export type ReplyPorts = AskPorts & { readonly newMessageId: NewMessageId }

/** A whole reply. `toolUses` is empty unless the model finished asking for them. */
export type Reply = {
  readonly message: Message
  readonly reason: ModelStopReason
  readonly toolUses: readonly ToolUseBlock[]
  /** Who really answered: the next calls go on with it. */
  readonly turn: TurnConfiguration
}

/**
 * One reply, streamed out as events into one message. It survives an overloaded service, a broken stream and a model
 * that was too weak for it (`askUntilWhole`, `Escalation`), and shows no character twice.
 *
 * Throws the model's `AppError` when nothing helped, `CANCELLED` on abort. What was streamed until then stays in the
 * message, without its tool uses: nothing may run that the model had not finished asking for.
 */
export async function streamReply(reply: ReplyRequest, ports: ReplyPorts): Promise<Reply> {
  const { scope, request, usedToolIds } = reply
  const { clock, emit } = ports
  const collector = collectBlocks(ports.newMessageId(), usedToolIds, ports)
  let { turn } = reply
  try {
    for (;;) {
      const asked = await askUntilWhole({ turn, request, signal: scope.signal }, collector, ports)
      const message = collector.message(isWhole(asked.reason))
      const escalation = await findEscalation(asked, message, reply, ports)
      if (escalation === undefined) {
        collector.complete(message)
        return { message, reason: asked.reason, turn: asked.turn, toolUses: toolUsesOf(message) }
      }
      emit({ type: 'run-noted', note: { kind: 'escalated', choice: escalation.choice }, at: clock.now() })
      collector.clear()
      turn = escalation.turn
    }
  } catch (error) {
    if (collector.isAnnounced()) collector.complete(collector.message(false))
    throw error
  }
}

function isWhole(reason: ModelStopReason): boolean {
  return reason === 'end-turn' || reason === 'tool-use' || reason === 'stop-sequence'
}

function toolUsesOf({ content }: Message): ToolUseBlock[] {
  return content.filter((block) => block.type === 'tool-use')
}

/** Who is to try instead, when a cheap model's try was not good enough. */
async function findEscalation(
  { reason, turn }: Asked,
  message: Message,
  { scope, request }: ReplyRequest,
  ports: ReplyPorts,
): Promise<Escalation | undefined> {
  const { escalation } = turn
  if (escalation === undefined) return undefined
  if (reason === 'refused' || reason === 'malformed') return escalation
  const uses = toolUsesOf(message)
  if (uses.some(({ malformed }) => malformed !== undefined)) return escalation
  if (!escalation.checksItself || uses.length > 0 || !isWhole(reason)) return undefined
  const judgement = await judgeAnswer({ turn, request, signal: scope.signal }, message, ports)
  return judgement === 'weak' ? escalation : undefined
}
