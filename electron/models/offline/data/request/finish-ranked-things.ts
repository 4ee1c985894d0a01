import type { Aggregate } from '../../grammar/aggregates.ts'
import { length } from '../../grammar/qualities.ts'
import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { commonWords } from '../../grammar/ranks.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isText, type Column } from '../columns/table-columns.ts'
import { own } from '../words/grammar-entries.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainFigure, plainGroup, type RequestDraft } from './request-draft.ts'

/** What is ranked: a value that numbers tell, the things that several rows are about, or no more than the one figure. */
export function finishRankedThings(draft: RequestDraft, notes: ReadingNotes): void {
  rankCommonNumber(draft)
  rankNamedThings(draft, notes)
  tellOnlyFigure(draft, notes)
}

/** "which direction is most common": a column of numbers holds what is common, and no figure. */
function rankCommonNumber({ request }: RequestDraft): void {
  const { rank, figures, subjects, groups } = request
  const [figure, ...others] = figures
  if (rank === null || own(commonWords, rank.word) === undefined || figure === undefined) return
  if (others.length + subjects.length + groups.length > 0 || figure.aggregate !== null) return
  request.figures = []
  request.subjects = [plainGroup(figure.column)]
  request.countsRows = true
}

/** "top 3 beers by average bitterness", where `BeerName` says of which beer each row is: one row has no average. */
function rankNamedThings(draft: RequestDraft, notes: ReadingNotes): void {
  const { request } = draft
  const { rank, figures, subjects, groups } = request
  const isOfMany = figures.length > 0 && figures.every(({ aggregate }) => aggregate !== null && ofMany.has(aggregate))
  if (rank === null || !draft.namesTable || !isOfMany || subjects.length + groups.length > 0) return
  const said = new Set(notes.question.match(/\p{L}{3,}/gu)?.map(normalWord))
  const [column, ...others] = notes.columns.filter((each) => namesThing(each, said) && each.distinct < notes.rows)
  if (column === undefined || others.length > 0) return
  notes.assume(`each *${plainText(column.name)}* is in several rows, and compared by all of them`)
  draft.namesTable = false
  request.mentionsRows = false
  request.isListing = false
  request.subjects = [plainGroup(column)]
}

const ofMany: ReadonlySet<Aggregate> = new Set(['avg', 'median', 'sum', 'stddev'])

function namesThing(column: Column, said: ReadonlySet<string>): boolean {
  const [thing = '', last, ...more] = wordsOfName(column.name)
  return isText(column) && more.length === 0 && said.has(thing) && (last === 'name' || last === 'title')
}

/** "the weight of the heaviest tool", "the longest treatment, in minutes": how much it is, and not which. */
function tellOnlyFigure({ request }: RequestDraft, notes: ReadingNotes): void {
  const { rank, figures, subjects, groups } = request
  const [figure, ...others] = figures
  if (rank === null || rank.limit !== null || figure === undefined || others.length + groups.length > 0) return
  const isEnd = figure.aggregate === null || figure.aggregate === 'max' || figure.aggregate === 'min'
  const isOfRow = own(superlativeQualities, rank.word) === length
  const isEach = subjects.every(({ column, unit }) => unit === null && (isOfRow || column.distinct === notes.rows))
  if (!isEnd || subjects.length !== 1 || !isEach || !isAskedFor(figure.column, rank.word, notes)) return
  request.rank = null
  request.subjects = []
  request.isListing = false
  request.figures = [plainFigure(rank.direction === 'lowest' ? 'min' : 'max', figure.column)]
}

function isAskedFor(column: Column, rank: string, { question, columns }: ReadingNotes): boolean {
  const [start = ''] = question.toLowerCase().split(rank)
  const [, asked] = /^(?:what(?:['’]s| is| was)? )?(?:the )?([\p{L}_]+) of (?:the|our|my) $/iu.exec(start) ?? []
  const [, unit] = /^(?:the )?$/i.test(start) ? (/, in (\p{L}+)\s*[?.!]*$/iu.exec(question) ?? []) : []
  const word = asked ?? unit
  return word !== undefined && (matchColumns([word], columns)?.columns.includes(column) ?? false)
}
