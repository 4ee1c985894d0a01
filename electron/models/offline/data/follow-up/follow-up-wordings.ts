import { whenWasIt } from '../../grammar/follow-ups.ts'
import { extremeWords } from '../../grammar/figure-names.ts'
import { numberWords } from '../../grammar/number-words.ts'
import { rankWords } from '../../grammar/ranks.ts'
import { wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'
import type { Figure, Filter, Request } from '../request/request.ts'
import type { Reading } from '../resolve/resolution.ts'
import { describeAggregate } from '../sql/figure-column.ts'
import { own } from '../words/grammar-entries.ts'
import { phrasesOf } from './read-words.ts'

/**
 * The words of a follow-up as they are, and with what they leave out: "and the average" is one of the same column,
 * "what about units" asks for the same figure of another, "and six" for another number of the column compared.
 */
export function followUpWordings(text: string, { table, request }: Reading): readonly string[] {
  const numbered = numberAlone(inDigits(text), request.filters)
  if (numbered !== null) return [numbered]
  const dated = whenWasIt.test(text) ? extremeBefore(request) : null
  if (dated !== null) return [`when was the ${dated}`]
  const [figure, ...more] = request.figures
  const isGrouped = request.groups.length + request.subjects.length > 0
  const ranked = isGrouped ? (rankAlone(text) ?? limitAlone(inDigits(text), request)) : null
  if (ranked !== null) return [ranked]
  if (figure === undefined || more.length > 0) return [text]
  const label = labelOf(figure)
  const sibling = label === null ? null : siblingOf(text, figure, table.columns)
  if (sibling !== null) return [`${label} "${sibling}"`]
  const phrases = phrasesOf(text, table)
  const hasRank = phrases.some(({ kind }) => kind === 'rank')
  const hasAggregate = hasRank || phrases.some(({ kind }) => kind === 'aggregate')
  const column = /^[\p{L}\p{N}_ ]+$/u.test(figure.column.name) ? figure.column.name : null
  const isOfColumn = phrases[0]?.kind === 'column'
  const by = request.rank === null ? null : figureAlone(text, table.columns)
  if (by !== null && !hasAggregate) return [[label, by].filter(Boolean).join(' ')]
  return [
    ...(isOfColumn && !hasAggregate && label !== null ? [`${label} ${text}`] : []),
    ...(hasRank && !isGrouped && column !== null ? [] : [text]),
    ...(hasAggregate && column !== null
      ? [[text, hasRank && isGrouped ? label : null, column].filter(Boolean).join(' ')]
      : []),
  ]
}

/** The extreme that was found, in words; null where there was none. */
function extremeBefore({ figures, rank }: Request): string | null {
  const [figure, ...more] = figures
  if (figure === undefined || more.length > 0) return null
  const direction =
    rank?.direction ?? (figure.aggregate === 'max' ? 'highest' : figure.aggregate === 'min' ? 'lowest' : null)
  return direction === null ? null : `${direction} "${figure.column.name}"`
}

function labelOf({ aggregate, percent }: Figure): string | null {
  return aggregate === null || aggregate === 'value' ? null : describeAggregate(aggregate, percent)
}

/** "what about 1985", "and over 70": another number of the only column that was compared; null for anything else. */
function numberAlone(text: string, filters: readonly Filter[]): string | null {
  const [, comparison, number] = lonelyNumber.exec(text) ?? []
  if (number === undefined) return null
  const compared = filters.filter((each) => each.kind === 'compare')
  const [of, ...others] = compared
  const isSame = comparison !== undefined || of?.comparison === '='
  if (of !== undefined && isSame && others.length === 0) return `"${of.column.name}" ${comparison ?? '= '}${number}`
  const named = filters.filter((each) => each.kind === 'values' && each.values.every((value) => /^\d+$/.test(value)))
  const [value, ...more] = named
  const isNamed = comparison === undefined && value?.kind === 'values' && more.length === 0 && compared.length === 0
  return isNamed ? `where "${value.column.name}" "${number}"` : null
}

const lonelyNumber =
  /^(?:the ones |those |the |with |for |in |exactly )*((?:more than |less than |over |under |above |below |before |after |since |until |from |up to |at least |at most ))?(\d+(?:[.,]\d+)?)$/i

/** "and with six" is "and with 6". */
function inDigits(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => String(own(numberWords, word.toLowerCase()) ?? word))
}

/** "which one is the longest": of groups with a figure the one where it is highest; null for anything else. */
function rankAlone(text: string): string | null {
  const [, word = ''] =
    /^(?:which|who|what|where)(?: ones?)?(?: of (?:them|those|these))?(?: is| was| are| has| had| got| comes| came)? (?:the )?([\p{L} ]+)$/iu.exec(
      text,
    ) ?? []
  return own(rankWords, word.toLowerCase()) ?? null
}

/** "just the first 3": so many of what was ranked; null for anything else. */
function limitAlone(text: string, { rank }: Request): string | null {
  const [, limit] =
    /^(?:the )?(?:(?:first|top|best|leading) )?(\d{1,3})(?: of (?:them|those|these))?$/i.exec(text) ?? []
  return limit === undefined ? null : `${rank?.direction === 'lowest' ? 'bottom' : 'top'} ${limit}`
}

/** "by quantity instead", after a rank: the figure that it goes by, and no split; null for anything else. */
function figureAlone(text: string, columns: readonly Column[]): string | null {
  const [, named] =
    /^(?:by|on|in terms of|going by|sorted by|ranked by|ordered by) (?:the )?([\p{L}\p{N}_ ]+)$/iu.exec(text) ?? []
  const found = named === undefined ? null : matchColumns(named.split(' '), columns)
  return named !== undefined && found !== null && found.columns.every(isFigure) ? named : null
}

/** "same for the min" after the average of `temp_max` is the average of `temp_min`; null where there is no such column. */
function siblingOf(text: string, { column }: Figure, columns: readonly Column[]): string | null {
  const words = wordsOfName(column.name)
  const said = /^(?:for |of )?(?:the |its |their )?(\p{L}+)$/iu.exec(text)?.[1]?.toLowerCase() ?? ''
  const ends = Object.values(extremeWords)
  const end = ends.find((each) => words.some((word) => each.includes(word)))
  const other = ends.find((each) => each !== end && each.includes(said))
  if (end === undefined || other === undefined) return null
  const isSibling = ({ name }: Column) => {
    const named = wordsOfName(name)
    return (
      named.length === words.length &&
      named.every((word, index) => word === words[index] || (other.includes(word) && end.includes(words[index] ?? '')))
    )
  }
  const [sibling, ...others] = columns.filter((each) => each !== column && isSibling(each))
  return sibling === undefined || others.length > 0 ? null : sibling.name
}
