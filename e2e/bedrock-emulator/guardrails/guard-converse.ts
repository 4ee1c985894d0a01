import type { ConverseRequest, RequestBlock } from '../converse-request.ts'
import { isRecord } from '../read-converse-request.ts'
import { refuseConstraint } from '../refuse.ts'
import type { Reply, ReplyStep } from '../script.ts'
import { actionReasons } from './apply-guardrail.ts'
import { assess } from './assess.ts'
import { findGuardrail } from './find-guardrail.ts'
import { defaultMessage } from './guardrail.ts'
import type { Guardrail } from './guardrail.ts'

/** A guardrail over one request: what it makes of the question, then of the answer. */
export interface Guard {
  /** The reply in place of a question that is blocked; undefined lets the model answer. */
  readonly refusal: Reply | undefined
  /** The answer as the client may see it. */
  readonly guardReply: (reply: Reply) => Reply
  /** What the answer's `trace` tells; undefined unless the request asks. `reply` is the model's own. */
  readonly trace: (reply: Reply) => object | undefined
}

const noGuard: Guard = { refusal: undefined, guardReply: (reply) => reply, trace: () => undefined }

/** The guard a request asks for. Throws ValidationException for a guardrail that does not exist. */
export function guardConverse(request: ConverseRequest, guardrails: readonly Guardrail[]): Guard {
  if (request.guardrailConfig === undefined) return noGuard
  const { identifier, version, traces, isAsync } = readConfig(request.guardrailConfig)
  const guardrail = findGuardrail(guardrails, identifier, version)
  const { blockedInputMessage: inputMessage = defaultMessage, id } = guardrail
  const input = assess(guardrail, guardedTexts(request))
  const refusal: Reply | undefined =
    input.action === 'BLOCKED' ? [{ text: inputMessage }, { stopReason: 'guardrail_intervened' }, noUsage] : undefined
  return {
    refusal,
    guardReply: (reply) => (refusal === undefined ? guardReply(guardrail, reply, isAsync) : reply),
    trace: (reply) => {
      if (traces === undefined) return undefined
      const inputTrace = { inputAssessment: { [id]: input.report(traces) } }
      if (refusal !== undefined) return { guardrail: { ...inputTrace, actionReason: actionReasons.BLOCKED } }
      const modelOutput = replyTexts(reply)
      const output = assess(guardrail, modelOutput)
      const outputAssessments = { [id]: [output.report(traces)] }
      const actionReason = actionReasons[output.action === 'NONE' ? input.action : output.action]
      return { guardrail: { modelOutput, ...inputTrace, outputAssessments, actionReason } }
    },
  }
}

/** The model was not asked. */
const noUsage: ReplyStep = {
  usage: { inputTokens: 0, outputTokens: 0, cacheReadInputTokens: 0, cacheWriteInputTokens: 0 },
}

interface GuardConfig {
  readonly identifier: string
  readonly version: string
  readonly traces: 'found' | 'all' | undefined
  /** Whether a stream shows its text before it is judged. */
  readonly isAsync: boolean
}

function readConfig(config: unknown): GuardConfig {
  const { guardrailIdentifier: identifier, guardrailVersion: version, ...rest } = isRecord(config) ? config : {}
  const { trace = 'disabled', streamProcessingMode: mode = 'sync' } = rest
  if (typeof identifier !== 'string') refuseNull('guardrailIdentifier')
  if (typeof version !== 'string') refuseNull('guardrailVersion')
  const traces = { disabled: undefined, enabled: 'found', enabled_full: 'all' } as const
  if (typeof trace !== 'string' || !Object.hasOwn(traces, trace)) refuseEnum('trace', trace, Object.keys(traces))
  if (mode !== 'sync' && mode !== 'async') refuseEnum('streamProcessingMode', mode, ['sync', 'async'])
  return { identifier, version, traces: traces[trace as keyof typeof traces], isAsync: mode === 'async' }
}

function refuseNull(name: string): never {
  refuseConstraint('null', `guardrailConfig.${name}`, 'Member must not be null')
}

function refuseEnum(name: string, value: unknown, allowed: readonly string[]): never {
  const constraint = `Member must satisfy enum value set: [${allowed.join(', ')}]`
  refuseConstraint(`'${String(value)}'`, `guardrailConfig.${name}`, constraint)
}

/** Only what is marked as guarded, where anything is; otherwise the words of the conversation, without tool results. */
function guardedTexts({ system = [], messages = [] }: ConverseRequest): string[] {
  const spoken = messages.flatMap((message) => message.content)
  const marked = [...system, ...spoken].flatMap((block: RequestBlock) => block.guardContent?.text?.text ?? [])
  return marked.length > 0 ? marked : spoken.flatMap((block) => block.text ?? [])
}

/** Text that is blocked gives way to the message; what a tool is asked is not looked at. */
function guardReply(guardrail: Guardrail, reply: Reply, isAsync: boolean): Reply {
  const { action, masked } = assess(guardrail, replyTexts(reply))
  const intervened: ReplyStep = { stopReason: 'guardrail_intervened' }
  if (action === 'NONE') return reply
  if (isAsync) return action === 'BLOCKED' ? [...reply, intervened] : reply
  if (action === 'BLOCKED') {
    const { blockedOutputMessage = defaultMessage } = guardrail
    const usage = reply.filter((step) => 'usage' in step)
    return [{ text: blockedOutputMessage }, ...usage, intervened]
  }
  const texts = masked.values()
  return [
    ...reply.map((step) => ('text' in step ? { ...step, text: texts.next().value ?? step.text } : step)),
    intervened,
  ]
}

function replyTexts(reply: Reply): string[] {
  return reply.flatMap((step) => ('text' in step ? step.text : []))
}
