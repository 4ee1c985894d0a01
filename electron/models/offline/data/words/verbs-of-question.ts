import {
  carryingPhrases,
  carryingVerbs,
  irregularVerbs,
  nounLeads,
  verbHelpers,
  verbLeads,
} from '../../grammar/carrying-verbs.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import type { ValueLookup } from '../request/request.ts'
import { isValue } from '../values/is-value.ts'

/**
 * The words of a question that only carry its sentence, in lower case: "play" in "how many games did Arsenal play". A
 * verb counts where a verb may stand, and never where it is a value of the table. `ofRows`: the verbs of its kind of rows.
 */
export function verbsOfQuestion(question: string, ofRows: readonly string[], lookup: ValueLookup): ReadonlySet<string> {
  const words = (question.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).filter((word) => word !== '')
  const own = new Map(ofRows.flatMap(formsOf))
  const single = words.filter((word, index) => {
    const form = own.get(word) ?? carryingForms.get(word)
    return form !== undefined && isVerbHere(words, index, form) && !isValue(word, lookup)
  })
  const double = carryingPhrases.filter((phrase) => ` ${words.join(' ')} `.includes(` ${phrase} `))
  return new Set([...single, ...double.flatMap((phrase) => phrase.split(' '))])
}

type Form = 'base' | 'third' | 'past' | 'going'

function formsOf(verb: string): readonly (readonly [string, Form])[] {
  const irregular = irregularVerbs.find(([base]) => base === verb)
  if (irregular !== undefined) {
    const [base = '', third = '', ...more] = irregular
    return [
      ...more.map((form) => [form, form.endsWith('ing') ? 'going' : 'past'] as const),
      [third, 'third'],
      [base, 'base'],
    ]
  }
  const stem = verb.replace(/e$/, '')
  const doubled = /[^aeiou][aeiou][bgmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}` : stem
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  return [
    [verb, 'base'],
    [past, 'past'],
    [`${doubled}ed`, 'past'],
    [`${stem}ing`, 'going'],
    [`${doubled}ing`, 'going'],
  ]
}

/** Every form of the verbs that only carry a sentence. */
export const carryingForms: ReadonlyMap<string, Form> = new Map(carryingVerbs.flatMap(formsOf))

/** After "did" the base form; else a form that is no noun, with a subject or "was" right before it. */
function isVerbHere(words: readonly string[], index: number, form: Form): boolean {
  const before = words[index - 1] ?? ''
  // "placed by customers" names who did it: without its verb "by" would split.
  if (form === 'past' && words[index + 1] === 'by') return false
  if (form === 'base' && nounLeads.has(before)) return false
  // "which racks hold", "how many trees stand"
  if (
    form === 'base' &&
    /[^s]s$/.test(before) &&
    (words[index - 2] === 'many' || words.slice(0, index).some((word) => word === 'which' || word === 'what'))
  )
    return true
  if (verbLeads.has(before) && form !== 'base')
    return form !== 'third' || before === 'who' || before === 'that' || before === 'which'
  if (form === 'base') return words.slice(0, index).some((word) => verbHelpers.has(word))
  // "the method of giving"
  if (form === 'going' && before === 'of') return true
  // "the recorded temperature" is no sentence: a verb follows what it says something of.
  return before !== '' && !stopWords.has(before)
}
