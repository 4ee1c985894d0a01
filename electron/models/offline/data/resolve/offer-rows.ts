import type { Situation } from '../../ask-tool.ts'
import { additiveWords, stockWords } from '../../grammar/additive.ts'
import { bindingPrepositions } from '../../grammar/binding-words.ts'
import { stopWords } from '../../grammar/stop-words.ts'
import { plainText } from '../../markdown.ts'
import { known, type Known } from '../../step.ts'
import { normalWord } from '../../words.ts'
import { finishReadings, readTable } from './finish-readings.ts'
import type { Interpretation } from './interpret-question.ts'
import type { Resolution } from './resolution.ts'

/**
 * Where a noun right after "how many" is all that is not understood, the same question about the rows, as a choice. A
 * noun that may be a quantity, such as goals, is never offered so. Null where there is nothing to offer.
 */
export function offerRows(
  situation: Situation,
  failed: readonly Interpretation[],
  question: string,
): Known<Resolution | null> {
  const [found, ...others] = failed.flatMap((each) => nounOf(each, question) ?? [])
  if (found === undefined || others.length > 0) return known(null)
  const { table, noun } = found
  const asked = question.replace(noun, () => 'rows')
  const finished = finishReadings(situation, [readTable(asked, table, null)], asked)
  if (finished.kind === 'step') return finished
  if (!finished.value.every(({ kind }) => kind === 'query')) return known(null)
  const prompt = `I do not know what “${plainText(noun)}” means here: it is no column and no value of *${plainText(table.name)}*. Do you mean its rows?`
  return known({ kind: 'open', prompt, choices: [asked, `Describe ${table.name}`] })
}

/** The only unexplained word, where it is what is counted. */
function nounOf(reading: Interpretation, question: string) {
  const [problem, ...more] = reading.kind === 'problem' ? reading.problems : []
  if (problem?.kind !== 'unexplained' || more.length > 0 || !/^\p{L}{3,}$/u.test(problem.words)) return null
  const [noun, single] = [problem.words, normalWord(problem.words)]
  const counted = new RegExp(
    `\\b(?:how many|number of|count of)(?: of)?(?: the)? ${noun}\\b\\s*(?<next>[\\p{L}-]*)`,
    'iu',
  )
  const next = counted.exec(question)?.groups?.['next']?.toLowerCase()
  // "how many dusty bottles": the bottles are counted.
  const isCounted = next !== undefined && (next === '' || stopWords.has(next) || bindingPrepositions.has(next))
  if (!isCounted || additiveWords.has(single) || stockWords.has(single)) return null
  return { table: reading.table, noun }
}
