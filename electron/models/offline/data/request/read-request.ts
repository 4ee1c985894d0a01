import { amountNouns } from '../../grammar/row-nouns.ts'
import { normalWord } from '../../words.ts'
import { ConditionReader } from './condition-reader.ts'
import { FilterCollector } from './filter-collector.ts'
import { finishRequest } from './finish-request.ts'
import type { Phrase } from '../words/phrase.ts'
import { ReadingNotes } from './reading-notes.ts'
import { emptyDraft } from './request-draft.ts'
import type { Neighbours, PhraseOf, RequestReading } from './request-reading.ts'
import type { ReadRequest, ValueLookup } from './request.ts'
import type { Column, Table } from '../columns/table-columns.ts'
import { endCount, takeAggregate, takeRank } from './take-aggregate.ts'
import { takeBins } from './take-bins.ts'
import { takeColumn } from './take-column.ts'
import { takeCondition } from './take-condition.ts'
import { isDetail } from './take-detail.ts'
import { takeNumber } from './take-number.ts'
import { takeOccasion, takeTime } from './take-time.ts'

/**
 * Gives every phrase its part. Nothing is guessed: a word without a part becomes a problem, and so does one that
 * fits two columns equally well. Without a lookup, open words are taken as values to be found later.
 */
export function readRequest(phrases: readonly Phrase[], of: Asked): ReadRequest {
  const notes = new ReadingNotes(of.question, of.table)
  const collected = new FilterCollector(notes)
  const conditions = new ConditionReader(collected, { notes, lookup: of.lookup })
  const draft = emptyDraft()
  const reading: RequestReading = { draft, notes, conditions, collected }
  notes.goOnWithDate(of.earlierDate ?? null)
  useNamedDate(phrases, notes)
  if (phrases.some((phrase) => phrase.kind === 'analysis' && isOfTwo(phrase.analysis))) conditions.keepEnds()
  for (const [index, phrase] of phrases.entries()) {
    takePhrase(phrase, { before: phrases[index - 1] ?? null, rest: phrases.slice(index + 1) }, reading)
  }
  if (of.countsNamed) draft.countsNamed = true
  if (of.goesOn) draft.goesOn = true
  finishRequest(draft, { notes, conditions })
  const { problems, assumptions, quality, unsettled } = notes
  return { request: draft.request, problems, assumptions, quality, unsettled }
}

/** `goesOn`: what is not said may have been said in the question before. `earlierDate`: the date its times were about. */
type Asked = {
  readonly question: string
  readonly table: Table
  readonly lookup: ValueLookup
  readonly countsNamed: boolean
  readonly goesOn: boolean
  readonly earlierDate?: Column | null
}

/** "per loan" is of each row, "the busiest by check-ins" by how many there are, and "by customer segment" by that. */
function isSplitBy(phrase: Phrase, { before, rest }: Neighbours, question: string): boolean {
  const word = wordsOf(phrase, question)
  const isBy = before?.kind === 'structure' && /\bby$/i.test(wordsOf(before, question))
  return isBy && rest[0]?.kind !== 'column' && normalWord(word) === word.toLowerCase()
}

function wordsOf({ from, to }: Phrase, question: string): string {
  return question.slice(from, to)
}

/** Many of something that is counted. */
function isCounted(word: string): boolean {
  const single = normalWord(word)
  return single !== word.toLowerCase() && !amountNouns.has(single)
}

function isOfTwo(analysis: PhraseOf<'analysis'>['analysis']): boolean {
  return analysis === 'change' || analysis === 'difference'
}

/** "…, going by closed_at" counts for all of the question, so it is read first. */
function useNamedDate(phrases: readonly Phrase[], notes: ReadingNotes): void {
  const at = phrases.findIndex((phrase) => phrase.kind === 'structure' && phrase.role === 'date')
  const named = phrases[at + 1]
  const column = at >= 0 && named?.kind === 'column' ? notes.peek(named) : null
  if (column !== null) notes.useDate(column)
}

function takePhrase(phrase: Phrase, place: Neighbours, reading: RequestReading): void {
  const { draft, notes, conditions, collected } = reading
  const { request } = draft
  switch (phrase.kind) {
    case 'aggregate':
      return takeAggregate(phrase, place.rest[0], reading)
    case 'rank':
      return takeRank(phrase, reading)
    case 'ties':
      if (request.rank === null) return notes.unexplained('ties')
      request.rank = { ...request.rank, dropsTies: phrase.isDropping }
      return
    case 'analysis':
      return takeAnalysis(phrase.analysis, reading)
    case 'structure':
      return takeStructure(phrase, place.rest, reading)
    case 'column':
      return takeColumn(phrase, place, reading)
    case 'time':
      return takeTime(phrase, reading)
    case 'bins':
      return takeBins(phrase, reading)
    case 'number':
      return takeNumber(phrase, place, reading)
    case 'chart':
      request.chart = { kind: phrase.chart ?? request.chart?.kind ?? null }
      return
    case 'compare':
      draft.isComparing = true
      return
    case 'distinct':
      request.isDistinct = true
      return
    case 'rows':
      if (conditions.waitsForCount) return conditions.countRows()
      request.mentionsRows = true
      return endCount(draft)
    case 'listing':
      // "in which year": no condition follows.
      if (draft.mode === 'filter') draft.mode = 'measure'
      return takeListing(phrase, place, reading)
    case 'when':
      request.asksWhen = true
      return
    case 'occasion':
      return takeOccasion(phrase, reading)
    case 'table':
      if (conditions.waitsForCount) return conditions.countRows()
      // "by sector" is no word for the rows, though the file is called so.
      if (isSplitBy(phrase, place, notes.question)) return notes.unexplained(wordsOf(phrase, notes.question))
      draft.namesTable = true
      if (isCounted(notes.question.slice(phrase.from, phrase.to))) draft.namesMany = true
      notes.quality += 2
      return endCount(draft)
    case 'verb':
      if (request.analysis.kind === 'share' && !conditions.isWaiting) {
        conditions.drop()
        collected.split()
        draft.mode = 'measure'
      }
      return
    default:
      return takeCondition(phrase, place.rest, reading)
  }
}

function takeStructure(
  { role, isHaving, from, to }: PhraseOf<'structure'>,
  rest: readonly Phrase[],
  { draft, notes, conditions, collected }: RequestReading,
): void {
  const isEach = /^each$/i.test(notes.question.slice(from, to))
  // "…, each": of the values that were named before.
  if (isEach && rest.length === 0) {
    draft.isComparing = true
    return
  }
  if (role === 'filter') {
    // "the share of rows of A where B"
    const isOfPart = /^where$/i.test(notes.question.slice(from, to)) && draft.request.analysis.kind === 'share'
    if (isOfPart && collected.hasFilters) {
      conditions.drop()
      collected.split()
    }
    conditions.newCondition()
  } else if (role !== 'measure') conditions.drop()
  draft.mode = role
  if (role === 'group') draft.isSplit = true
  draft.isHaving = isHaving
}

function takeAnalysis(analysis: PhraseOf<'analysis'>['analysis'], { draft, collected }: RequestReading): void {
  draft.mode = 'measure'
  switch (analysis) {
    case 'outlier':
      draft.outliers = collected.takeNegation() ? 'left-out' : 'wanted'
      return
    case 'share':
      draft.request.analysis = { kind: 'share', part: [] }
      return
    case 'change':
      draft.request.analysis = { kind: 'change', between: null, isUnsigned: false }
      return
    case 'difference':
      draft.request.analysis = { kind: 'change', between: null, isUnsigned: true }
      return
    case 'running-total':
    case 'place':
    case 'duplicates':
      draft.request.analysis = { kind: analysis }
  }
}

/** "who …" asks for one of the rows, and says nothing further on: "customers who bought". */
function takeListing(phrase: PhraseOf<'listing'>, { before }: Neighbours, reading: RequestReading): void {
  const { draft } = reading
  if (!phrase.word.startsWith('who')) draft.request.isListing = true
  else if (before === null) {
    draft.request.isListing = true
    draft.namesTable = true
    draft.asksWho = true
  } else if (isDetail(phrase, null, reading)) draft.tellsWho = true
}
