import { isNumeric } from '../columns/table-columns.ts'
import { plainText } from '../../markdown.ts'
import type { Phrase } from '../words/phrase.ts'
import { relativePeriod } from '../words/relative-period.ts'
import type { PhraseOf, RequestReading } from './request-reading.ts'

export type ConditionPhrase = PhraseOf<
  | 'comparison'
  | 'average'
  | 'match'
  | 'not'
  | 'without'
  | 'missing'
  | 'had-some'
  | 'truth'
  | 'part'
  | 'periods'
  | 'relative'
  | 'two-dates'
  | 'range'
  | 'joint'
  | 'open'
>

/** A phrase that says, or helps to say, which rows count. */
export function takeCondition(
  phrase: ConditionPhrase,
  rest: readonly Phrase[],
  { draft, notes, conditions, dates, collected }: RequestReading,
): void {
  switch (phrase.kind) {
    case 'comparison':
      return conditions.compare(phrase)
    case 'average':
      return conditions.average(phrase.comparison)
    case 'match':
      return conditions.match(phrase.match, phrase.text)
    case 'not':
      return collected.negate()
    case 'without':
      // Without this they would be those without alone.
      if (/\bwith (?:and|or) without\b/i.test(notes.question))
        return notes.unclear('I can tell those with it or those without. Ask for one of them at a time.')
      return rest[0]?.kind === 'column' ? conditions.missing(false) : collected.negate()
    case 'missing':
      return conditions.missing(phrase.isPresent, true)
    case 'had-some': {
      const [figure, ...others] = draft.request.figures
      if (figure === undefined || others.length > 0 || !isNumeric(figure.column))
        return notes.unexplained(notes.wordsOf(phrase))
      return collected.add({ kind: 'compare', column: figure.column, comparison: '>', operands: [0] })
    }
    case 'truth':
      return conditions.answerTruth(phrase.value)
    case 'part':
      return dates.addDatePart(phrase.part, { operands: phrase.values, ends: phrase.ends })
    case 'periods':
      return dates.addPeriods(phrase.periods, phrase.ends)
    case 'relative': {
      const period = relativePeriod(phrase.relative, notes)
      return period === null ? undefined : dates.addPeriods([period], null)
    }
    case 'two-dates':
      return notes.open(
        `“${plainText(notes.wordsOf(phrase))}” may be one day or another: is it ${phrase.dates.join(' or ')}?`,
        phrase.dates.map((date) => notes.saidOtherwise(phrase, date)),
      )
    case 'range':
      return conditions.addRange(phrase, rest[0]?.kind === 'column')
    case 'joint':
      return phrase.word === 'nor' ? collected.negateNext() : collected.join(phrase.word)
    case 'open':
      return conditions.addOpen(phrase)
  }
}
