import { cacheTtls } from './cache/model-caching.ts'
import { checkFields, isAnything, isCount, isOneOf, isPositive, isText } from './check-fields.ts'
import type { Fields } from './check-fields.ts'
import { ControlError } from './control-error.ts'
import { isRecord } from './read-converse-request.ts'
import { stopReasons } from './script.ts'
import type { Reply } from './script.ts'

/** One reply, or a list of them, from JSON. Throws ControlError. */
export function parseReplies(value: unknown): Reply | readonly Reply[] {
  if (Array.isArray(value) && Array.isArray(value[0])) return value.map(parseReply)
  return parseReply(value)
}

export function parseReply(value: unknown): Reply {
  if (!Array.isArray(value)) throw new ControlError('A reply must be a list of steps.')
  value.forEach(checkStep)
  return value as Reply
}

const chunked: Fields['optional'] = { chunkSize: isPositive }

/** By the field that names the kind of step. */
const steps: Readonly<Record<string, Fields>> = {
  text: { required: { text: isText }, optional: { ...chunked, heldAfter: isPositive } },
  reasoning: { required: { reasoning: isText }, optional: { ...chunked, signature: isText } },
  redactedReasoning: { required: { redactedReasoning: isText } },
  toolUse: { required: { toolUse: isRecord }, optional: chunked },
  burst: { required: { burst: isRecord } },
  delayMs: { required: { delayMs: isCount } },
  stopReason: { required: { stopReason: isOneOf(stopReasons) } },
  usage: { required: { usage: isRecord } },
}

/** Of the three kinds that hold an object. */
const nested: Readonly<Record<string, Fields>> = {
  toolUse: { required: { name: isText }, optional: { input: isAnything, toolUseId: isText, rawJson: isText } },
  burst: { required: { deltas: isPositive }, optional: { text: isText } },
  usage: {
    optional: {
      inputTokens: isCount,
      outputTokens: isCount,
      cacheReadInputTokens: isCount,
      cacheWriteInputTokens: isCount,
      cacheDetails: isCacheDetails,
    },
  },
}

function isCacheDetails(value: unknown): boolean {
  const isDetail = (detail: unknown): boolean =>
    isRecord(detail) && isOneOf(cacheTtls)(detail['ttl']) && isCount(detail['inputTokens'])
  return Array.isArray(value) && value.every(isDetail)
}

function checkStep(step: unknown, index: number): void {
  const where = `Step ${index + 1}`
  const kind = isRecord(step) ? Object.keys(steps).find((name) => Object.hasOwn(step, name)) : undefined
  if (!isRecord(step) || kind === undefined) {
    throw new ControlError(`${where} must be an object with one of: ${Object.keys(steps).join(', ')}.`)
  }
  checkFields(step, where, steps[kind] ?? {})
  const inner = nested[kind]
  if (inner !== undefined) checkFields(step[kind], `${where}, ${kind},`, inner)
}
