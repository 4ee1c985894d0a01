import type { ConditionReader } from './condition-reader.ts'
import { finishChange } from './finish-change.ts'
import { finishComparison } from './finish-comparison.ts'
import { finishCount } from './finish-count.ts'
import { finishOutliers } from './finish-outliers.ts'
import { finishMoney } from './finish-money.ts'
import { finishPlace } from './finish-place.ts'
import { finishRank } from './finish-rank.ts'
import { finishShare } from './finish-share.ts'
import { finishWho } from './finish-who.ts'
import { rankByQuality } from './rank-quality.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { plainGroup, type RequestDraft } from './request-draft.ts'
import type { Request } from './request.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { settleAggregates } from './settle-aggregates.ts'
import { isTemporal } from '../columns/table-columns.ts'
import { takeTrailingAggregates } from './trailing-aggregates.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** What can only be said at the end of a question: what several words together ask for, and what was left over. */
export function finishRequest(draft: RequestDraft, { notes, conditions }: Reading): void {
  const { filters, base, having } = conditions.finish()
  draft.request.filters = filters
  draft.request.having = having
  takeTrailingAggregates(draft)
  rankByQuality(draft, notes)
  finishOutliers(draft, notes)
  finishShare(draft, { filters: draft.request.filters, base, hasOpenWords: conditions.hasOpenWords })
  if (conditions.asksAllMissing) finishMissing(draft, notes)
  finishCorrelation(draft, notes)
  finishOfGroups(draft)
  if (draft.limit !== null) notes.unexplained(String(draft.limit))
  if (draft.isComparing) finishComparison(draft, { notes, conditions })
  finishPlace(draft, { notes, conditions })
  finishWho(draft, notes)
  finishCount(draft, { notes, conditions })
  finishMoney(draft, { notes, conditions })
  finishRank(draft, { notes, conditions })
  finishDistinct(draft)
  finishListing(draft, { notes, conditions })
  finishWhen(draft, notes)
  finishChange(draft, notes)
  settleAggregates(draft, notes)
  const isLeftOver = draft.aggregatesAreFresh && draft.aggregates.some(({ aggregate }) => aggregate !== 'count')
  if (isLeftOver) notes.unclear('I see what to compute, but not of which column.', true)
}

/** "how many values are missing": without a column, in each of them. */
function finishMissing({ request }: RequestDraft, notes: ReadingNotes): void {
  if (request.figures.length + request.groups.length + request.subjects.length > 0) return notes.unexplained('missing')
  request.analysis = { kind: 'missing' }
}

function finishCorrelation(draft: RequestDraft, notes: ReadingNotes): void {
  if (!draft.isCorrelating) return
  const [first, second, ...more] = draft.request.figures
  const isPair = first !== undefined && second !== undefined && more.length === 0
  if (!isPair) return notes.unclear('A correlation is between two columns of numbers. Which two?')
  draft.request.figures = [{ aggregate: 'correlation', column: first.column, percent: null, other: second.column }]
}

/** "average number of orders per customer" is a figure of the numbers of each. */
function finishOfGroups(draft: RequestDraft): void {
  const { request, aggregates, aggregatesAreFresh } = draft
  const [over, inner, ...more] = aggregates
  if (over === undefined || inner === undefined || more.length > 0 || inner.isApart) return
  if (request.groups.length === 0 || over.aggregate === 'count') return
  const isCount = inner.aggregate === 'count' && request.figures.length === 0
  const isSum = request.figures.length === 2 && inner.aggregate !== 'count' && !aggregatesAreFresh
  if (!isCount && !isSum) return
  draft.aggregatesAreFresh = false
  request.figures = request.figures.slice(1)
  request.analysis = { kind: 'of-groups', over: over.aggregate, percent: over.percent }
}

/** "distinct customers per region": how many of them there are in each. */
function finishDistinct({ request }: RequestDraft): void {
  const { isDistinct, groups, subjects, figures } = request
  if (isDistinct && groups.length > 0 && subjects.length > 0 && figures.length === 0) request.countsRows = true
}

/** "cars with more than 200 horsepower" asks for them, where nothing is asked about them. */
function finishListing({ request, namesTable }: RequestDraft, { notes, conditions }: Reading): void {
  const { figures, groups, subjects, rank, chart, countsRows, analysis } = request
  if (isListedByName(request, { notes, hasOpenWords: conditions.hasOpenWords })) request.isListing = true
  const isIdle =
    figures.length + groups.length + subjects.length === 0 && rank === null && chart === null && !countsRows
  const isChosen = request.isListing || request.filters.length > 0 || conditions.hasOpenWords
  if (isIdle && analysis.kind === 'plain' && namesTable && isChosen) request.mentionsRows = true
}

/** "titles in the genre Fiction" asks for them: a plural with a condition, and nothing to compute. */
function isListedByName(
  { figures, groups, subjects, filters, having, rank, chart, countsRows, analysis }: Request,
  { notes, hasOpenWords }: { readonly notes: ReadingNotes; readonly hasOpenWords: boolean },
): boolean {
  const [subject] = subjects
  const isAsked = figures.length + groups.length > 0 || rank !== null || chart !== null || countsRows
  if (subject === undefined || subjects.length > 1 || isAsked || analysis.kind !== 'plain') return false
  if (subject.unit !== null || filters.length + having.length + (hasOpenWords ? 1 : 0) === 0) return false
  const name = wordsOfName(subject.column.name).at(-1)
  const words = notes.question.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => normalWord(word) === name && word !== name && !/^[^s]*$/.test(word))
}

/** "when was …": the date of what is found is shown with it. */
function finishWhen({ request }: RequestDraft, notes: ReadingNotes): void {
  if (!request.asksWhen || request.subjects.some(({ column }) => isTemporal(column))) return
  const column = notes.numberedYear ?? notes.dateColumn('when')
  if (column !== null) request.subjects = [...request.subjects, plainGroup(column)]
}
