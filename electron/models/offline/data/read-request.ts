import { plainText } from '../markdown.ts'
import { ColumnReader } from './column-reader.ts'
import { ConditionReader, isYearNumber } from './condition-reader.ts'
import { FilterCollector } from './filter-collector.ts'
import { finishRequest } from './finish-request.ts'
import type { NumberSaid, Phrase } from './phrase.ts'
import { ReadingNotes } from './reading-notes.ts'
import { relativePeriod } from './relative-period.ts'
import { emptyDraft, type RequestDraft } from './request-draft.ts'
import type { ReadRequest, ValueLookup } from './request.ts'
import { isNumeric, type Table } from './table-columns.ts'

/**
 * Gives every phrase its part. Nothing is guessed: a word without a part becomes a problem, and so does one that
 * fits two columns equally well. Without a lookup, open words are taken as values to be found later.
 */
export function readRequest(
  phrases: readonly Phrase[],
  of: { readonly question: string; readonly table: Table; readonly lookup: ValueLookup; readonly countsNamed: boolean },
): ReadRequest {
  const notes = new ReadingNotes(of.question, of.table)
  const collected = new FilterCollector(notes)
  const conditions = new ConditionReader(collected, { notes, lookup: of.lookup })
  const draft = emptyDraft()
  const columns = new ColumnReader(draft, { notes, conditions, collected })
  useNamedDate(phrases, notes)
  if (phrases.some((phrase) => phrase.kind === 'analysis' && phrase.analysis === 'change')) conditions.keepEnds()
  for (const [index, phrase] of phrases.entries()) {
    const place = { before: phrases[index - 1] ?? null, rest: phrases.slice(index + 1) }
    takePhrase(phrase, { draft, notes, conditions, collected, columns, ...place })
  }
  if (of.countsNamed) draft.countsNamed = true
  finishRequest(draft, { notes, conditions })
  const { problems, assumptions, quality, unsettled } = notes
  return { request: draft.request, problems, assumptions, quality, unsettled }
}

type Reading = {
  readonly draft: RequestDraft
  readonly notes: ReadingNotes
  readonly conditions: ConditionReader
  readonly collected: FilterCollector
  readonly columns: ColumnReader
  readonly before: Phrase | null
  /** What follows. */
  readonly rest: readonly Phrase[]
}

/** "…, going by closed_at" counts for all of the question, so it is read first. */
function useNamedDate(phrases: readonly Phrase[], notes: ReadingNotes): void {
  const at = phrases.findIndex((phrase) => phrase.kind === 'structure' && phrase.role === 'date')
  const named = phrases[at + 1]
  const column = at >= 0 && named?.kind === 'column' ? notes.peek(named) : null
  if (column !== null) notes.useDate(column)
}

function takePhrase(phrase: Phrase, reading: Reading): void {
  const { draft, notes, conditions, collected, columns, rest } = reading
  const { request } = draft
  switch (phrase.kind) {
    case 'aggregate':
      return columns.takeAggregate(phrase)
    case 'rank': {
      const isJoined = collected.isJoined
      conditions.drop()
      return columns.takeRank(phrase, isJoined)
    }
    case 'ties':
      if (request.rank === null) return notes.unexplained('ties')
      request.rank = { ...request.rank, dropsTies: phrase.isDropping }
      return
    case 'analysis':
      return takeAnalysis(phrase.analysis, reading)
    case 'structure':
      return takeStructure(phrase, reading, /^each$/i.test(notes.question.slice(phrase.from, phrase.to)))
    case 'column':
      return columns.takeColumn(phrase, { before: reading.before, rest })
    case 'time':
      return columns.takeTime(phrase)
    case 'bins':
      return columns.takeBins(phrase.width)
    case 'number':
      return takeNumber(phrase, reading)
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
      return columns.endCount()
    case 'listing':
      // "in which year": no condition follows.
      if (draft.mode === 'filter') draft.mode = 'measure'
      return takeListing(phrase.word, reading)
    case 'when':
      request.asksWhen = true
      return
    case 'occasion':
      return columns.takeOccasion(phrase.aggregate)
    case 'table':
      if (conditions.waitsForCount) return conditions.countRows()
      draft.namesTable = true
      notes.quality += 2
      return columns.endCount()
    case 'verb':
      if (request.analysis.kind === 'share' && !conditions.isWaiting) {
        conditions.drop()
        reading.collected.split()
      }
      return
    default:
      return takeCondition(phrase, reading)
  }
}

type ConditionPhrase = Extract<
  Phrase,
  {
    readonly kind:
      | 'comparison'
      | 'average'
      | 'match'
      | 'not'
      | 'without'
      | 'missing'
      | 'truth'
      | 'part'
      | 'periods'
      | 'relative'
      | 'two-dates'
      | 'range'
      | 'joint'
      | 'open'
  }
>

function takeCondition(phrase: ConditionPhrase, { notes, conditions, collected, rest }: Reading): void {
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
      return rest[0]?.kind === 'column' ? conditions.missing(false) : collected.negate()
    case 'missing':
      return conditions.missing(phrase.isPresent)
    case 'truth':
      return conditions.answerTruth(phrase.value)
    case 'part':
      return conditions.addDatePart(phrase.part, { operands: phrase.values })
    case 'periods':
      return conditions.addPeriods(phrase.periods, phrase.ends)
    case 'relative': {
      const period = relativePeriod(phrase.relative, notes)
      return period === null ? undefined : conditions.addPeriods([period], null)
    }
    case 'two-dates':
      return notes.open(
        `“${plainText(notes.question.slice(phrase.from, phrase.to))}” may be one day or another: is it ${phrase.dates.join(' or ')}?`,
        phrase.dates.map((date) => notes.saidOtherwise(phrase, date)),
      )
    case 'range':
      return conditions.addRange(phrase, rest[0]?.kind === 'column')
    case 'joint':
      return collected.join(phrase.word)
    case 'open':
      return conditions.addOpen(phrase)
  }
}

function takeStructure(
  { role, isHaving }: Extract<Phrase, { readonly kind: 'structure' }>,
  { draft, conditions, rest }: Reading,
  isEach: boolean,
): void {
  // "…, each": of the values that were named before.
  if (isEach && rest.length === 0) {
    draft.isComparing = true
    return
  }
  if (role === 'filter') conditions.newCondition()
  else if (role !== 'measure') conditions.drop()
  draft.mode = role
  if (role === 'group') draft.isSplit = true
  draft.isHaving = isHaving
}

function takeAnalysis(
  analysis: Extract<Phrase, { readonly kind: 'analysis' }>['analysis'],
  { draft, collected }: Reading,
): void {
  draft.mode = 'measure'
  switch (analysis) {
    case 'outlier':
      draft.outliers = collected.takeNegation() ? 'left-out' : 'wanted'
      return
    case 'share':
      draft.request.analysis = { kind: 'share', part: [] }
      return
    case 'change':
      draft.request.analysis = { kind: 'change', between: null }
      return
    case 'running-total':
    case 'duplicates':
      draft.request.analysis = { kind: analysis }
  }
}

/** "who …" asks for one of the rows, and says nothing further on: "customers who bought". */
function takeListing(word: string, { draft, before }: Reading): void {
  if (word !== 'who') draft.request.isListing = true
  else if (before === null) {
    draft.request.isListing = true
    draft.namesTable = true
  }
}

function takeNumber(said: NumberSaid & Phrase, { draft, notes, conditions, collected, before, rest }: Reading): void {
  const { request, mode } = draft
  const [next] = rest
  if (conditions.isWaiting || collected.goesOn) return conditions.addNumber(said)
  const isRanked = next?.kind === 'rank' || (request.rank !== null && request.rank.limit === null && mode !== 'filter')
  const isYear = isYearNumber(said.value) && said.unit === null && !isRanked
  const isHad = before?.kind === 'verb' && before.verb === 'has'
  const isCounted = draft.aggregatesAreFresh && request.countsRows && request.rank === null
  const isFigure =
    next?.kind === 'column' &&
    (mode === 'filter' || said.comparison !== null || ((isHad || isCounted) && isFigureNamed(next, notes)))
  if (isFigure && !isYear) {
    conditions.compare({ comparison: said.comparison ?? '=', isOfTime: false, quality: null })
    return conditions.addNumber({ ...said, comparison: null })
  }
  if (isYear) return conditions.addDatePart('year', { operands: [said.value], comparison: said.comparison ?? '=' })
  const isCount = Number.isInteger(said.value) && said.value >= 1 && said.value <= 1000
  if (!isCount || said.unit !== null || said.comparison !== null || draft.limit !== null)
    notes.unexplained(String(said.value))
  else if (request.rank?.limit === null) request.rank = { ...request.rank, limit: said.value }
  else draft.limit = said.value
}

/** "how many have 4 cylinders": the number is one of that column. */
function isFigureNamed(said: Phrase & { readonly kind: 'column' }, notes: ReadingNotes): boolean {
  const column = notes.peek(said)
  return column !== null && isNumeric(column)
}
