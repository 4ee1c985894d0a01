import type { JsonValue, z } from '../../../shared/schema.ts'
import { explainFailure } from './explain-failure.ts'
import type { Exchange, Turn } from './read-turn.ts'
import { answer, known, unknown, type Known, type PlannedCall } from './step.ts'

/** What a plan works from. */
export type Situation = { readonly turn: Turn; readonly toolNames: ReadonlySet<string> }

/** What a tool answered to exactly this call in this turn; a step when it was not asked yet, is missing, or failed. */
export function askTool<Value>(situation: Situation, call: PlannedCall, shape: z.ZodType<Value>): Known<Value> {
  const asked = askTools(situation, [call], shape)
  if (asked.kind === 'step') return asked
  const [result] = asked.value
  if (result === undefined || result.kind === 'failed') {
    return unknown(answer(result?.sentence ?? `*${call.name}* gave no answer.`))
  }
  return known(result.value)
}

/** One of several answers: what came, or a sentence that says why not. */
export type Asked<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly sentence: string }

/** Several calls at once. A failing one does not hide the others. */
export function askTools<Value>(
  { turn, toolNames }: Situation,
  calls: readonly PlannedCall[],
  shape: z.ZodType<Value>,
): Known<readonly Asked<Value>[]> {
  const missing = calls.find((call) => !toolNames.has(call.name))
  if (missing !== undefined) {
    return unknown(
      answer(
        `For this I would need the tool *${missing.name}*, which this agent may not use. Pick another agent, or allow it that tool.`,
      ),
    )
  }
  const exchanges = calls.map((call) => findExchange(turn, call))
  const open = calls.filter((_, index) => exchanges[index] === undefined)
  if (open.length > 0) return unknown({ kind: 'call', calls: open })
  return known(exchanges.flatMap((exchange) => (exchange === undefined ? [] : [readExchange(exchange, shape)])))
}

function readExchange<Value>(exchange: Exchange, shape: z.ZodType<Value>): Asked<Value> {
  if (exchange.isError) return { kind: 'failed', sentence: explainFailure(exchange) }
  const parsed = parseOnce(exchange.json ?? exchange.text, shape)
  if (parsed.success) return { kind: 'ok', value: parsed.data }
  return { kind: 'failed', sentence: `*${exchange.name}* answered in a form I cannot read.` }
}

function parseOnce<Value>(json: JsonValue, shape: z.ZodType<Value>): z.ZodSafeParseResult<Value> {
  if (typeof json !== 'object' || json === null) return shape.safeParse(json)
  const read = parsedBefore.get(json)
  if (read?.shape === shape) return read.result as z.ZodSafeParseResult<Value>
  const result = shape.safeParse(json)
  parsedBefore.set(json, { shape, result })
  return result
}

/** Every step of a turn reads what the steps before were told, and what is found out about a table is kept by the table. */
const parsedBefore = new WeakMap<
  object,
  { readonly shape: z.ZodType; readonly result: z.ZodSafeParseResult<unknown> }
>()

function findExchange(turn: Turn, call: PlannedCall): Exchange | undefined {
  const wanted = fingerprint(call.input)
  return turn.exchanges.find((exchange) => exchange.name === call.name && fingerprint(exchange.input) === wanted)
}

/** Equal for equal inputs: the order of keys may change on the way through storage. */
function fingerprint(input: JsonValue): string {
  return JSON.stringify(input, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
