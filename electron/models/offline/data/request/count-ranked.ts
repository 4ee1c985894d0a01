import { activityRanks, countingRanks, occurrenceVerbs } from '../../grammar/ranks.ts'
import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'
import type { Filter, Rank, Request } from './request.ts'
import { isIdentifier, isTemporal, yesOf } from '../columns/table-columns.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** What "most" and "busiest" compare where no figure is named: how many different values, or how many rows. */
export function countRanked(draft: RequestDraft, { notes, conditions }: Reading): void {
  const { request } = draft
  const { rank, figures, subjects } = request
  if (rank === null || figures.length > 0 || !countingRanks.has(rank.word)) return
  const [first, second, ...more] = subjects
  const thing = more.length === 0 && second?.unit === null ? thingOf(draft) : undefined
  if (first !== undefined && thing !== undefined) {
    request.subjects = subjects.filter((subject) => subject !== thing)
    request.figures = [plainFigure('count', thing.column)]
  } else if (request.mentionsRows || draft.namesTable) request.countsRows = true
  else if (subjects.length === 1 && comparesRows(request, rank, { notes, conditions })) {
    request.countsRows = true
    notes.assume(`“${rank.word}” is by the number of rows`)
  }
}

/** "which doctor saw the most patient numbers", "the destination with the most origins": what is said behind it is counted. */
function thingOf({ request: { subjects }, subjectsBeforeRank }: RequestDraft) {
  const numbers = subjects.filter(({ column }) => isIdentifier(column))
  if (numbers.length === 1) return numbers[0]
  return subjectsBeforeRank === 1 ? subjects[1] : undefined
}

function comparesRows(request: Request, rank: Rank, { notes, conditions }: Reading): boolean {
  const { question, columns, rows } = notes
  const [subject] = request.subjects
  if (activityRanks.has(rank.word)) {
    const isRowEach = subject !== undefined && isTemporal(subject.column) && subject.column.distinct === rows
    return !isRowEach
  }
  const isOfDeaths = columns.some((column) => isTemporal(column) && wordsOfName(column.name).some(isDeath))
  if (rank.word === 'deadliest') return isOfDeaths
  // Before a lookup nobody knows whether they are what is counted.
  if (conditions.hasOpenWords) return true
  const at = question.toLowerCase().lastIndexOf(rank.word)
  const behind = (question.slice(at + rank.word.length).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, shownBehind)
  if (request.filters.some((filter) => isSaidBy(filter, behind))) return true
  const before = question.slice(0, at).match(/\p{L}+/gu) ?? []
  const verb = before.findLast((word) => !/^(the|it|out)$/i.test(word)) ?? ''
  return occurrenceVerbs.has(verb.toLowerCase()) && request.filters.every((filter) => !isSaidBy(filter, behind))
}

const shownBehind = 4

function isDeath(word: string): boolean {
  return word === 'death' || word === 'died' || word === 'deceased'
}

/** "the most Chinstraps", "the most returns": rows of one value, or for which something is true. */
function isSaidBy(filter: Filter, words: readonly string[]): boolean {
  if (filter.kind === 'any' || filter.isNegated || (filter.kind !== 'values' && filter.kind !== 'truth')) return false
  const isYes = filter.kind === 'truth' || yesOf(filter.column) !== null
  const said = isYes ? wordsOfName(filter.column.name) : filter.values.flatMap(wordsOfName)
  return words.some((word) => said.some((each) => each === normalWord(word) || stemOf(each) === stemOf(word)))
}
