import { plainText } from '../markdown.ts'
import { timeUnits } from '../grammar/time-words.ts'
import { superlativeQualities } from '../grammar/qualities.ts'
import type { Direction } from '../grammar/ranks.ts'
import { own } from './grammar-entries.ts'
import { normalWord } from '../words.ts'
import { isYearNumber, type ConditionReader } from './condition-reader.ts'
import { matchColumns } from './match-columns.ts'
import type { FilterCollector } from './filter-collector.ts'
import type { Phrase } from './phrase.ts'
import { timeQuality, type ColumnPhrase, type ReadingNotes } from './reading-notes.ts'
import { plainFigure, plainGroup, type RequestDraft, type SaidAggregate } from './request-draft.ts'
import type { Figure, Group } from './request.ts'
import {
  isFigure,
  isNamedForTime,
  isTemporal,
  isNumeric,
  isText,
  isTruth,
  isYearColumn,
  type Column,
} from './table-columns.ts'

/** What stands right before a phrase, and all that follows. */
export type Neighbours = { readonly before: Phrase | null; readonly rest: readonly Phrase[] }

type PhraseOf<Kind extends Phrase['kind']> = Extract<Phrase, { readonly kind: Kind }>

/** Gives each column of a question its part: computed, split by, ranked, or the beginning of a condition. */
export class ColumnReader {
  readonly #draft: RequestDraft
  readonly #notes: ReadingNotes
  readonly #conditions: ConditionReader
  readonly #collected: FilterCollector

  constructor(
    draft: RequestDraft,
    of: { readonly notes: ReadingNotes; readonly conditions: ConditionReader; readonly collected: FilterCollector },
  ) {
    this.#draft = draft
    this.#notes = of.notes
    this.#conditions = of.conditions
    this.#collected = of.collected
  }

  /** "minimum and maximum price": neighbours apply together, to the columns that follow. */
  takeAggregate({ aggregate, percent }: PhraseOf<'aggregate'>): void {
    const draft = this.#draft
    const isApart = this.#collected.isJoined
    this.#conditions.drop()
    draft.mode = 'measure'
    if (aggregate === 'correlation') {
      draft.isCorrelating = true
      return
    }
    if (aggregate === 'count') draft.request.countsRows = true
    const said = { aggregate, percent, isApart }
    draft.aggregates = draft.aggregatesAreFresh ? [...draft.aggregates, said] : [said]
    draft.aggregatesAreFresh = true
  }

  /** "number of rows, total amount": what was counted has been said, and what follows is another figure. */
  endCount(): void {
    const { aggregates } = this.#draft
    if (aggregates.length === 1 && aggregates[0]?.aggregate === 'count') this.#draft.aggregatesAreFresh = false
  }

  takeRank({ direction, word, isCommon }: PhraseOf<'rank'>, isJoined: boolean): void {
    const draft = this.#draft
    const { rank } = draft.request
    if (isJoined && rank !== null && rank.direction !== direction && rank.limit === null)
      return this.#takeBothEnds(rank.direction)
    draft.request.rank = { direction, word, limit: draft.limit, dropsTies: false }
    if (isCommon) draft.request.countsRows = true
    draft.limit = null
    draft.mode = 'measure'
  }

  /** "the lowest and the highest price": both, not one of them. */
  #takeBothEnds(first: Direction): void {
    const draft = this.#draft
    const ends = first === 'lowest' ? (['min', 'max'] as const) : (['max', 'min'] as const)
    draft.request.rank = null
    draft.aggregates = ends.map((aggregate) => ({ aggregate, percent: null, isApart: true }))
    draft.aggregatesAreFresh = true
    draft.mode = 'measure'
  }

  takeColumn(said: ColumnPhrase, { before, rest }: Neighbours): void {
    const { mode } = this.#draft
    if (before?.kind === 'open' && this.#repeatsColumn(said, before)) return
    const next = rest.find((phrase) => !isFiller(phrase, mode))
    if (mode === 'date') {
      this.#draft.mode = 'measure'
      if (this.#notes.peek(said) === null) this.#notes.unexplained(said.words.join(' '))
      return
    }
    if (this.#conditions.wantsColumn) return this.#startCondition(said)
    if (this.#isCorrelated()) return this.#takeMeasure(said)
    if (this.#isGroupCondition(said, next)) return this.#startGroupCondition(said)
    if (this.#isFollowedByValue(said, rest)) return this.#startCondition(said, isText)
    if (this.#isCompared(said, rest) || (mode === 'filter' && isOperand(next) && !this.#isBesideYear(said, rest)))
      return this.#startCondition(said)
    if (this.#isFollowedByNumber(said, rest)) return this.#startCondition(said)
    if (this.#isTruthCondition(said)) return this.#takeTruth(said, next)
    if (mode === 'group' && !this.#isRankFigure(said)) return this.#takeGroup(said)
    if (mode === 'filter') return this.#takeInFilter(said)
    if (this.#namesRows(said)) return
    return this.#takeMeasure(said)
  }

  /** "when did it first go above 400": the least date of what fits. */
  takeOccasion(aggregate: 'min' | 'max'): void {
    const { request } = this.#draft
    const years = this.#notes.columns.filter(isYearColumn)
    const isDated = this.#notes.columns.some(isTemporal)
    const column = !isDated && years.length === 1 ? (years[0] ?? null) : this.#notes.dateColumn('when')
    request.asksWhen = false
    if (column !== null) request.figures = [...request.figures, plainFigure(aggregate, column)]
  }

  takeTime(said: PhraseOf<'time'>): void {
    const { unit, isAdverb } = said
    const { request, mode, aggregatesAreFresh } = this.#draft
    if (isOverTime(this.#notes.question.slice(said.from, said.to))) this.#notes.isOverTime = true
    const year = unit === 'year' || this.#notes.isOverTime ? this.#notes.numberedYear : null
    if (year !== null && (isAdverb || mode === 'group')) return this.#addGroup('groups', plainGroup(year))
    const column = this.#notes.dateColumn(unit)
    if (column === null) return
    this.#notes.quality += timeQuality
    const isCounted = aggregatesAreFresh && request.countsRows
    const isBare = /^months?$/i.test(this.#notes.question.slice(said.from, said.to))
    if (isBare && request.isListing && mode !== 'group' && !isWithinYear(column)) return this.#askWhichMonth(said)
    const isNoun = !isAdverb && mode !== 'group'
    // "which state had the hottest day": its highest temperature is that of a day anyway.
    const isOfRank = request.rank !== null && own(superlativeQualities, request.rank.word) !== undefined
    if (isNoun && unit === 'day' && isOfRank && request.subjects.length > 0) return
    if (isNoun && unit === 'day' && column.distinct === this.#notes.rows && !request.isListing) {
      request.mentionsRows = true
      return this.#notes.assume('every row is one day')
    }
    if (isNoun && isCounted) {
      this.#draft.aggregatesAreFresh = false
      request.isDistinct = true
      return this.#addGroup('subjects', { column, unit, width: null })
    }
    if (isAdverb || mode === 'group') this.#addGroup('groups', { column, unit, width: null })
    else if (request.isListing || request.rank !== null) this.#addGroup('subjects', { column, unit, width: null })
    else this.#notes.unexplained(unit)
  }

  /** "amount in bins of 100": the last column said is split so. */
  takeBins(width: number): void {
    const { request } = this.#draft
    const last = request.groups.at(-1)
    const figure = request.figures.at(-1)
    if (last !== undefined && isFigure(last.column)) {
      request.groups = [...request.groups.slice(0, -1), { ...last, width }]
    } else if (figure !== undefined && figure.aggregate === null && request.groups.length === 0) {
      request.figures = request.figures.slice(0, -1)
      request.groups = [{ column: figure.column, unit: null, width }]
      request.countsRows = true
    } else
      this.#notes.unclear('Bins of which column? Name one that holds numbers, for example “amount in bins of 100”.')
  }

  /** March 2014 by itself, or every March together? */
  #askWhichMonth(said: PhraseOf<'time'>): void {
    this.#notes.open('Single months, or the same month of all years together?', [
      this.#notes.saidOtherwise(said, 'calendar month'),
      this.#notes.saidOtherwise(said, 'month of the year'),
    ])
  }

  #startCondition(said: ColumnPhrase, prefer?: (column: Column) => boolean): void {
    const column = this.#notes.choose(said, prefer)
    if (column !== null) this.#conditions.startWith(column)
  }

  /** "average health of countries": what every row has one of its own of stands for the rows. */
  #namesRows(said: ColumnPhrase): boolean {
    const { request, aggregatesAreFresh } = this.#draft
    const column = this.#notes.peek(said)
    const isSaid = request.figures.length > 0 && request.figures.every(({ aggregate }) => aggregate !== null)
    if (!isSaid || aggregatesAreFresh || request.rank !== null || request.isListing) return false
    return column !== null && isText(column) && column.distinct === this.#notes.rows
  }

  /** "premium cut": the value said before is one of this column, which adds nothing. */
  #repeatsColumn(said: ColumnPhrase, { to }: Phrase): boolean {
    if (this.#notes.question.slice(to, said.from).trim() !== '') return false
    // Nobody knows before a lookup, and as a condition it would not be finished.
    if (!this.#conditions.isLookedUp) return this.#draft.mode === 'filter'
    const column = this.#collected.lastValuesColumn
    return column !== null && (matchColumns(said.words, this.#notes.columns)?.columns.includes(column) ?? false)
  }

  /** "of all sites except Duluth": what follows is a value of this column. */
  #isFollowedByValue(said: ColumnPhrase, rest: readonly Phrase[]): boolean {
    const next = rest.find((phrase) => !isFiller(phrase, 'filter'))
    const column = this.#notes.peek(said, isText)
    if (this.#draft.mode === 'group' || next?.kind !== 'open' || column === null || !isText(column)) return false
    // Before a lookup a name of several columns is taken for the one of text.
    if (!this.#conditions.isLookedUp) return this.#notes.peek(said) === null
    return this.#conditions.isValueOf(next, column)
  }

  /** "the population of cluster 3": a number right behind a column, where what is computed was said. */
  #isFollowedByNumber(said: ColumnPhrase, [next]: readonly Phrase[]): boolean {
    const { mode, aggregatesAreFresh, aggregates, request } = this.#draft
    if (mode === 'group' || next?.kind !== 'number' || request.rank !== null) return false
    const isComputed = aggregatesAreFresh && aggregates.some(({ aggregate }) => aggregate !== 'count')
    const column = this.#notes.peek(said)
    if (isComputed || column === null || !isNumeric(column)) return false
    return (request.figures.length > 0 || request.countsRows) && (!isYearNumber(next.value) || isYearColumn(column))
  }

  /** "active customers": a column of true and false is a condition by itself. */
  #isTruthCondition(said: ColumnPhrase): boolean {
    const column = this.#notes.peek(said)
    const isCounted = this.#draft.aggregatesAreFresh && this.#draft.request.isDistinct
    return column !== null && isTruth(column) && this.#draft.mode !== 'group' && !isCounted
  }

  #takeTruth(said: ColumnPhrase, next: Phrase | undefined): void {
    const column = this.#notes.choose(said)
    if (column === null) return
    if (next?.kind === 'truth') this.#conditions.startWith(column)
    else this.#conditions.truth(column, true)
  }

  #takeGroup(said: ColumnPhrase): void {
    this.#conditions.drop()
    const column = this.#notes.choose(said, (each) => !isFigure(each))
    // A date column called "Year" is one day of each: what is asked for is the year.
    const unit = column !== null && isTemporal(column) ? (timeUnits[normalWord(said.words.join(' '))] ?? null) : null
    if (column !== null) this.#addGroup('groups', { ...plainGroup(column), unit })
  }

  /** "movies with a budget": that there is one. "total amount with discount" is a condition that was not finished. */
  #takeInFilter(said: ColumnPhrase): void {
    if (this.#draft.isHaving) {
      this.#conditions.missing(true)
      return this.#startCondition(said)
    }
    const { figures, countsRows, isDistinct, analysis } = this.#draft.request
    const isTarget = this.#draft.outliers !== null || isDistinct || analysis.kind === 'duplicates'
    if ((figures.length > 0 || countsRows) && !isTarget) this.#notes.unexplained(said.words.join(' '))
    else this.#takeMeasure(said)
  }

  #isCorrelated(): boolean {
    return this.#draft.isCorrelating && this.#draft.request.figures.length < 2 && this.#draft.mode !== 'group'
  }

  /** "amount over 100", but not "amount since 2024": what is of time belongs to a date. */
  #isCompared(said: ColumnPhrase, rest: readonly Phrase[]): boolean {
    const next = rest.find((phrase) => !isFiller(phrase, this.#draft.mode))
    if (next?.kind === 'match' || next?.kind === 'average') return true
    if (next?.kind === 'missing') return this.#isMissing(rest.slice(rest.indexOf(next) + 1))
    if (next?.kind !== 'comparison') return false
    const operand = rest[rest.indexOf(next) + 1]
    const column = this.#notes.peek(said)
    if (column !== null && isText(column) && next.comparison !== '=') return false
    if (next.comparison === 'between' && !isTime(operand)) return !this.#isBetweenYears(said, operand)
    if (!next.isOfTime) return true
    return matchColumns(said.words, this.#notes.columns.filter(isTemporal)) !== null
  }

  /** "how often is the speed missing", but not "how many products are missing a price". */
  #isMissing([after]: readonly Phrase[]): boolean {
    const { mode, aggregatesAreFresh, aggregates } = this.#draft
    if (!aggregatesAreFresh || mode === 'filter') return true
    return after?.kind !== 'column' && aggregates.every(({ aggregate }) => aggregate === 'count')
  }

  /** "average price between 2012 and 2014" is about years, unless prices are of that size. */
  #isBetweenYears(said: ColumnPhrase, range: Phrase | undefined): boolean {
    const column = this.#notes.peek(said)
    const isOfYears = range?.kind === 'range' && isYearNumber(range.low) && isYearNumber(range.high)
    if (!isOfYears || this.#draft.mode === 'filter' || column === null || !isFigure(column)) return false
    if (!this.#notes.columns.some(isTemporal) && this.#notes.numberedYear === null) return false
    const year = this.#notes.numberedYear
    const isWithinYears = year !== null && Number(year.min) <= range.low && Number(year.max) >= range.high
    return isWithinYears || !(Number(column.min) <= range.high && Number(column.max) >= range.low)
  }

  /** "regions with a total amount over 100": of each region, since regions are what is asked for. */
  #isGroupCondition(said: ColumnPhrase, next: Phrase | undefined): boolean {
    const { aggregatesAreFresh, request } = this.#draft
    const isOfGroups = request.subjects.length > 0 && request.figures.length === 0
    return aggregatesAreFresh && isOfGroups && next?.kind === 'comparison' && this.#notes.peek(said) !== null
  }

  #startGroupCondition(said: ColumnPhrase): void {
    const [said1, ...more] = this.#draft.aggregates
    const column = this.#notes.choose(said, isFigure)
    this.#draft.aggregatesAreFresh = false
    if (column === null || said1 === undefined) return
    if (more.length > 0) return this.#notes.unclear('A condition on one figure at a time, please.')
    const { aggregate, percent } = said1
    if (aggregate === 'count') this.#draft.request.countsRows = false
    this.#conditions.startWithFigure({ aggregate, percent, column, other: null })
  }

  /** "share in net generation in 2017": beside dates a year is never a value of another column. */
  #isBesideYear(said: ColumnPhrase, [between, year]: readonly Phrase[]): boolean {
    const isApart = between?.kind === 'structure' && between.role === 'filter'
    const isYear =
      year?.kind === 'periods' || (year?.kind === 'number' && isYearNumber(year.value) && year.unit === null)
    const column = this.#notes.peek(said)
    if (!isApart || !isYear || column === null || !isFigure(column) || isNamedForTime(column)) return false
    return this.#notes.columns.some(isTemporal) || this.#notes.numberedYear !== null
  }

  /** In "top 5 products by amount", `by` names what is compared and not a group. */
  #isRankFigure(said: ColumnPhrase): boolean {
    const { rank, subjects, figures, mentionsRows } = this.#draft.request
    const hasDimension = subjects.length > 0 || mentionsRows || this.#draft.namesTable
    if (rank === null || !hasDimension || figures.length > 0) return false
    return said.isExact || matchColumns(said.words, this.#notes.columns.filter(isFigure)) !== null
  }

  #takeMeasure(said: ColumnPhrase): void {
    const draft = this.#draft
    this.#conditions.drop()
    const isCounted = draft.aggregatesAreFresh && draft.aggregates.some(({ aggregate }) => aggregate === 'count')
    const computed = draft.aggregates.filter(({ aggregate }) => aggregate !== 'count')
    const column = this.#notes.choose(said, this.#preference(isCounted, computed))
    draft.aggregatesAreFresh = false
    if (column === null) return
    if (isCounted && computed.length === 0 && isYearColumn(column)) draft.request.isDistinct = true
    const { isDistinct, rank, countsRows } = draft.request
    if (isDistinct && computed.length === 0) return this.#addGroup('subjects', plainGroup(column))
    if (isDistinct) return this.#notes.unclear('I can count or list different values, but not compute with them.')
    const hasRange = isTemporal(column) && computed.every(({ aggregate }) => aggregate === 'min' || aggregate === 'max')
    const isCommon = rank !== null && countsRows && computed.length === 0 && !isCounted
    const isTimeAsked = isNamedForTime(column) && computed.length === 0 && this.#asksFor()
    if (isTimeAsked) this.#takeNumberedTime(column, isCounted)
    else if (isCommon) this.#addGroup('subjects', plainGroup(column))
    else if (isFigure(column) || (hasRange && computed.length > 0))
      this.#addFigures(column, { said, computed, isCounted })
    else if (computed.length > 0) {
      this.#notes.unclear(
        `*${plainText(column.name)}* holds no numbers to compute with, so there is no such figure of it.`,
      )
    } else this.#addGroup('subjects', plainGroup(column))
  }

  /** Whether something is listed, ranked or counted and not drawn or compared as it is. */
  #asksFor(): boolean {
    const { request, isComparing, isCorrelating, outliers } = this.#draft
    return request.chart === null && !isComparing && !isCorrelating && outliers === null
  }

  /** "which year …", "how many years": years in numbers are named, ranked and counted, and not added up. */
  #takeNumberedTime(column: Column, isCounted: boolean): void {
    if (isCounted) this.#draft.request.isDistinct = true
    this.#addGroup('subjects', plainGroup(column))
  }

  #preference(isCounted: boolean, computed: readonly SaidAggregate[]): ((column: Column) => boolean) | undefined {
    const { rank, countsRows } = this.#draft.request
    const isOfRange = computed.every(({ aggregate }) => aggregate === 'min' || aggregate === 'max')
    const isCommon = rank !== null && countsRows
    if (this.#draft.isCorrelating || (rank !== null && !isCommon) || (computed.length > 0 && !isOfRange))
      return isFigure
    return isCounted ? (column) => !isFigure(column) : undefined
  }

  #addFigures(
    column: Column,
    of: { readonly said: ColumnPhrase; readonly computed: readonly SaidAggregate[]; readonly isCounted: boolean },
  ): void {
    const { said, computed } = of
    const { request, outliers, isCorrelating } = this.#draft
    const isCounted = of.isCounted && outliers === null && !isCorrelating
    // "how many units" asks for their sum: there is no number of rows in it.
    if (isCounted) request.countsRows = false
    if (isCounted && computed.length === 0) {
      const words = plainText(said.words.join(' '))
      this.#notes.assume(`“how many ${words}” means the total of *${plainText(column.name)}*`)
    }
    const figures: readonly Figure[] =
      computed.length > 0
        ? computed.map(({ aggregate, percent }) => ({ aggregate, column, percent, other: null }))
        : [plainFigure(isCounted ? 'sum' : null, column)]
    for (const figure of figures) this.#draft.saidAt.set(figure, said)
    request.figures = [...request.figures, ...figures]
  }

  #addGroup(part: 'groups' | 'subjects', group: Group): void {
    this.#draft.request[part] = [...this.#draft.request[part], group]
  }
}

/** It names no step of time. */
function isOverTime(words: string): boolean {
  return /^(over|through|across) time$/i.test(words)
}

/** Whether all its dates are of one year. */
function isWithinYear({ min, max }: Column): boolean {
  return String(min).slice(0, 4) === String(max).slice(0, 4)
}

/** Words between a column and what it is compared with: "is", "not", and "in" where a condition is read. */
function isFiller(phrase: Phrase, mode: RequestDraft['mode']): boolean {
  if (phrase.kind === 'not' || phrase.kind === 'occasion') return true
  if (phrase.kind === 'verb') return phrase.verb === 'is'
  if (phrase.kind === 'structure' && phrase.role === 'measure') return mode === 'filter'
  return phrase.kind === 'structure' && phrase.role === 'filter' && mode === 'filter'
}

function isTime(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'periods' || phrase?.kind === 'part' || phrase?.kind === 'two-dates'
}

function isOperand(phrase: Phrase | undefined): boolean {
  const kinds: readonly Phrase['kind'][] = [
    'open',
    'number',
    'range',
    'periods',
    'part',
    'relative',
    'two-dates',
    'truth',
  ]
  return phrase !== undefined && kinds.includes(phrase.kind)
}
