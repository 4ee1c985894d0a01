import fc from 'fast-check'
import type { ErrorCode } from '../../shared/errors.ts'
import type { ModelId, ToolUseId } from '../../shared/ids.ts'
import type { ContentBlock } from '../../shared/messages.ts'
import type { JsonValue } from '../../shared/schema.ts'

/** An answer and everything that goes wrong on its way. Playing it is `playBrokenAnswer`. */
export type BrokenAnswer = {
  readonly answer: Answer
  /** What becomes of the first call, the second, …; those after them are whole. */
  readonly calls: readonly BrokenCall[]
  readonly takesPrefill: boolean
  /** How many places beside the first have the model. */
  readonly otherPlaces: number
  /** What a cheap model said before; it is found wanting. */
  readonly cheapTry: CheapTry | null
}

export type Answer = {
  /** '' when the model does not think aloud. */
  readonly thought: string
  readonly text: string
  readonly toolInputs: readonly string[]
}

export type CheapTry = {
  readonly answer: Answer
  readonly fault: 'refused' | 'malformed' | 'weak'
  readonly calls: readonly BrokenCall[]
}

export type BrokenCall = {
  /** After how many pieces it fails; Infinity: it is whole. */
  readonly pieces: number
  readonly failure: ErrorCode | 'silence'
  /** Lengths of its pieces, in characters, over and over. */
  readonly sizes: readonly number[]
  /** How the model goes on from what it is told stands. */
  readonly goesOn: 'exactly' | 'with-mark' | 'from-sentence'
}

const failure = fc.constantFrom<BrokenCall['failure']>(
  'MODEL_STREAM_BROKEN',
  'MODEL_TIMEOUT',
  'MODEL_THROTTLED',
  'MODEL_UNAVAILABLE',
  'MODEL_UNREACHABLE',
  'silence',
)

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })

function brokenCalls(goesOn: readonly BrokenCall['goesOn'][]): fc.Arbitrary<readonly BrokenCall[]> {
  const pieces = fc.oneof({ arbitrary: fc.nat(30), weight: 3 }, { arbitrary: fc.constantFrom(0, Infinity), weight: 1 })
  const call = fc.record({ pieces, failure, sizes, goesOn: fc.constantFrom(...goesOn) })
  const outage = fc.array(
    call.map((refused) => ({ ...refused, pieces: 0 })),
    { maxLength: 8 },
  )
  return fc
    .tuple(fc.array(call, { maxLength: 6 }), fc.oneof(fc.constant([]), outage), fc.nat(3))
    .map(([calls, refused, at]) => [...calls.slice(0, at), ...refused, ...calls.slice(at)])
}

/** Sentences in lines, no two alike: whoever says one of them again repeats it. */
const prose: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(' ', '\n', '\n\n'),
      fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 3, maxLength: 9 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((sentences) =>
    sentences.map(([gap, words], n) => `${n === 0 ? '' : gap}Point ${n} of it ${words.join(' ')} is said.`).join(''),
  )

/** What rightly says the same again, and what has blanks anywhere. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('ha ', 'no, no, ', '| 0 | 0 |\n', '- Not available.\n', '}\n', '  ', '0,1,', 'very '),
      fc.nat(20),
    )
    .map(([unit, times]) => unit.repeat(times)),
  fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom(' ', '\n', '\n\n', '\t')), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
)

const inputs = fc.oneof(
  { arbitrary: fc.constant([]), weight: 3 },
  { arbitrary: fc.array(fc.json({ maxDepth: 1 }), { maxLength: 2 }), weight: 1 },
)
const thoughts = fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z ]{1,30}$/))

function answerOf(text: fc.Arbitrary<string>): fc.Arbitrary<Answer> {
  return fc.record({ thought: thoughts, text, toolInputs: inputs })
}

function scenario(text: fc.Arbitrary<string>, goesOn: readonly BrokenCall['goesOn'][]): fc.Arbitrary<BrokenAnswer> {
  const calls = brokenCalls(goesOn)
  const cheapTry = fc.record({
    answer: answerOf(text).map((answer) => ({ ...answer, toolInputs: [] })),
    fault: fc.constantFrom<CheapTry['fault']>('refused', 'malformed', 'weak'),
    calls: calls.map((all) => all.slice(0, 2)),
  })
  return fc.record({
    answer: answerOf(text),
    calls,
    takesPrefill: fc.boolean(),
    otherPlaces: fc.nat(2),
    cheapTry: fc.option(cheapTry, { freq: 3 }),
  })
}

/** Random texts cut at random places by random failures, taken up in random ways. */
export const anyBrokenAnswer: fc.Arbitrary<BrokenAnswer> = fc.oneof(
  scenario(prose, ['exactly', 'with-mark', 'from-sentence']),
  scenario(anyText, ['exactly', 'with-mark']),
)

/** What of an answer is shown when nothing breaks. */
export function perfectContent({ thought, text, toolInputs }: Answer, modelId: ModelId): ContentBlock[] {
  return [
    ...(thought === '' ? [] : [{ type: 'reasoning' as const, text: thought, modelId, signature: 'signed' }]),
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    ...toolInputs.map((json, n) => ({
      type: 'tool-use' as const,
      toolUseId: `call_${n}` as ToolUseId,
      name: 'look',
      input: JSON.parse(json) as JsonValue,
    })),
  ]
}
