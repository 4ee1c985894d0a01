import type { Aggregate } from '../grammar/aggregates.ts'
import { plainText } from '../markdown.ts'
import { ConditionReader, isYear } from './condition-reader.ts'
import { matchColumns } from './match-columns.ts'
import type { Phrase } from './read-phrases.ts'
import { ReadingNotes } from './reading-notes.ts'
import type { Filter, Group, ReadRequest, Request, ValueLookup } from './request.ts'
import { isFigure, isIdentifier, isTemporal, type Column } from './table-columns.ts'

/**
 * Gives every phrase its part. Nothing is guessed: a word without a part becomes a problem, and so does one that
 * fits two columns equally well. Without a lookup, open words are taken as values to be found later.
 */
export function readRequest(phrases: readonly Phrase[], columns: readonly Column[], lookup: ValueLookup): ReadRequest {
  const notes = new ReadingNotes(columns)
  const request = new RequestReader(notes, new ConditionReader(notes, lookup)).read(phrases)
  const { problems, assumptions, quality } = notes
  return { request, problems, assumptions, quality }
}

class RequestReader {
  readonly #notes: ReadingNotes
  readonly #conditions: ConditionReader
  /** What the next column is, after the last structure word. */
  #mode: 'measure' | 'group' | 'filter' = 'measure'
  #aggregates: readonly Aggregate[] = []
  /** Whether no column followed the aggregates yet. */
  #aggregatesAreFresh = false
  /** A number that may be a rank's limit: "the 5 largest". */
  #limit: number | null = null
  #isComparing = false
  readonly #request: { -readonly [Key in keyof Request]: Request[Key] } = {
    figures: [],
    countsRows: false,
    groups: [],
    subjects: [],
    filters: [],
    rank: null,
    isListing: false,
    isDistinct: false,
    mentionsRows: false,
    chart: null,
  }

  constructor(notes: ReadingNotes, conditions: ConditionReader) {
    this.#notes = notes
    this.#conditions = conditions
  }

  read(phrases: readonly Phrase[]): Request {
    for (const [index, phrase] of phrases.entries()) this.#take(phrase, phrases[index + 1])
    this.#finish()
    return this.#request
  }

  #take(phrase: Phrase, next: Phrase | undefined): void {
    const request = this.#request
    switch (phrase.kind) {
      case 'aggregate':
        return this.#takeAggregate(phrase.aggregate)
      case 'rank':
        request.rank = { direction: phrase.direction, word: phrase.word, limit: this.#limit }
        this.#limit = null
        this.#mode = 'measure'
        return
      case 'structure':
        this.#mode = phrase.role
        if (phrase.role !== 'measure') this.#conditions.drop()
        return
      case 'comparison':
        return this.#conditions.compare(phrase)
      case 'column':
        return this.#takeColumn(phrase.words, next)
      case 'time':
        return this.#takeTime(phrase)
      case 'month':
        return this.#conditions.addDatePart('month', { operands: [phrase.month] })
      case 'quarter':
        return this.#conditions.addDatePart('quarter', { operands: [phrase.quarter] })
      case 'number':
        return this.#takeNumber(phrase.value, next)
      case 'date':
        return this.#conditions.addDate(phrase.date)
      case 'open':
        return this.#conditions.addOpen(phrase)
      case 'chart':
        request.chart = { kind: phrase.chart ?? request.chart?.kind ?? null }
        return
      case 'compare':
        this.#isComparing = true
        return
      case 'distinct':
        request.isDistinct = true
        return
      case 'rows':
        request.mentionsRows = true
        return
      case 'listing':
        request.isListing = true
        return
      case 'table':
        this.#notes.quality += 2
    }
  }

  /** "minimum and maximum price": neighbours apply together, to the columns that follow. */
  #takeAggregate(aggregate: Aggregate): void {
    this.#mode = 'measure'
    if (aggregate === 'count') this.#request.countsRows = true
    this.#aggregates = this.#aggregatesAreFresh ? [...this.#aggregates, aggregate] : [aggregate]
    this.#aggregatesAreFresh = true
  }

  #takeColumn(words: readonly string[], next: Phrase | undefined): void {
    const { figures } = this.#request
    if (this.#isCompared(words, next) || (this.#mode === 'filter' && isOperand(next))) {
      const column = this.#notes.choose(words)
      if (column !== null) this.#conditions.startWith(column)
    } else if (this.#mode === 'group' && !this.#isRankFigure(words)) {
      const column = this.#notes.choose(words, (each) => !isFigure(each))
      if (column !== null) this.#addGroup('groups', { column, unit: null })
      // "total amount with discount" is a condition that was not finished, and no second figure.
    } else if (this.#mode === 'filter' && figures.length > 0) this.#notes.unexplained(words.join(' '))
    else this.#takeMeasure(words)
  }

  /** "amount over 100", but not "amount since 2024": what is of time belongs to a date. */
  #isCompared(words: readonly string[], next: Phrase | undefined): boolean {
    if (next?.kind !== 'comparison') return false
    if (!next.isOfTime || next.comparison === 'between') return true
    return matchColumns(words, this.#notes.columns.filter(isTemporal)) !== null
  }

  /** In "top 5 products by amount", `by` names what is compared and not a group. */
  #isRankFigure(words: readonly string[]): boolean {
    const { rank, subjects, figures, mentionsRows } = this.#request
    const hasDimension = subjects.length > 0 || mentionsRows
    if (rank === null || !hasDimension || figures.length > 0) return false
    return matchColumns(words, this.#notes.columns.filter(isFigure)) !== null
  }

  #takeMeasure(words: readonly string[]): void {
    const isCounted = this.#aggregatesAreFresh && this.#aggregates.includes('count')
    const computed = this.#aggregates.filter((aggregate) => aggregate !== 'count')
    const wantsFigure = this.#request.rank !== null || computed.some((each) => each === 'sum' || each === 'avg')
    const prefer = wantsFigure ? isFigure : isCounted ? (each: Column) => !isFigure(each) : undefined
    const column = this.#notes.choose(words, prefer)
    this.#aggregatesAreFresh = false
    if (column === null) return
    if (this.#request.isDistinct && computed.length === 0) return this.#addGroup('subjects', { column, unit: null })
    if (this.#request.isDistinct)
      return this.#notes.unclear('I can count or list different values, but not compute with them.')
    const hasRange = isTemporal(column) && computed.every((each) => each === 'min' || each === 'max')
    if (isFigure(column) || (hasRange && computed.length > 0)) this.#addFigures(column, { words, computed, isCounted })
    else if (computed.length > 0) {
      this.#notes.unclear(
        `*${plainText(column.name)}* holds no numbers to compute with, so there is no such figure of it.`,
      )
    } else this.#addGroup('subjects', { column, unit: null })
  }

  #addFigures(
    column: Column,
    of: { readonly words: readonly string[]; readonly computed: readonly Aggregate[]; readonly isCounted: boolean },
  ): void {
    const { words, computed, isCounted } = of
    // "how many units" asks for their sum: there is no number of rows in it.
    if (isCounted) this.#request.countsRows = false
    if (isCounted && computed.length === 0) {
      const said = plainText(words.join(' '))
      this.#notes.assumptions.push(`“how many ${said}” means the total of *${plainText(column.name)}*`)
    }
    const aggregates = computed.length > 0 ? computed : [isCounted ? ('sum' as const) : null]
    this.#request.figures = [...this.#request.figures, ...aggregates.map((aggregate) => ({ aggregate, column }))]
  }

  #takeTime({ unit, isAdverb }: Phrase & { readonly kind: 'time' }): void {
    const column = this.#notes.dateColumn(unit)
    if (column === null) return
    const { isListing, rank } = this.#request
    if (isAdverb || this.#mode === 'group') this.#addGroup('groups', { column, unit })
    else if (isListing || rank !== null) this.#addGroup('subjects', { column, unit })
    else this.#notes.unexplained(unit)
  }

  #takeNumber(value: number, next: Phrase | undefined): void {
    const { rank } = this.#request
    if (this.#conditions.isWaiting) return this.#conditions.addOperand(value)
    if (isYear(value) && next?.kind !== 'rank') return this.#conditions.addDatePart('year', { operands: [value] })
    const isCount = Number.isInteger(value) && value >= 1 && value <= 1000
    if (!isCount || this.#limit !== null) this.#notes.unexplained(String(value))
    else if (rank?.limit === null) this.#request.rank = { ...rank, limit: value }
    else this.#limit = value
  }

  #addGroup(part: 'groups' | 'subjects', group: Group): void {
    this.#request[part] = [...this.#request[part], group]
  }

  #finish(): void {
    const request = this.#request
    request.filters = this.#conditions.finish()
    if (this.#limit !== null) this.#notes.unexplained(String(this.#limit))
    if (this.#isComparing && request.groups.length === 0) this.#compareChoices()
    this.#countWhatIsRanked()
    const isLeftOver = this.#aggregatesAreFresh && this.#aggregates.some((aggregate) => aggregate !== 'count')
    if (isLeftOver) this.#notes.unclear('I see what to compute, but not of which column.')
  }

  /** "compare amount in Europe and Asia": one figure for each, not one for both. */
  #compareChoices(): void {
    const choices = this.#request.filters.flatMap((filter) => groupOfChoice(filter) ?? [])
    if (choices.length === 0 && !this.#conditions.hasOpenWords)
      this.#notes.unclear('Compare what? Name what to split by, for example “by region”, or two values.')
    this.#request.groups = choices
  }

  /** "which region has the most orders": what is ranked by number is counted. */
  #countWhatIsRanked(): void {
    const { rank, figures, subjects, mentionsRows } = this.#request
    if (rank === null || figures.length > 0 || !['most', 'fewest', 'least'].includes(rank.word)) return
    const things = subjects.filter(({ column }) => isIdentifier(column))
    const [thing] = things
    if (subjects.length === 2 && things.length === 1 && thing !== undefined) {
      this.#request.subjects = subjects.filter((subject) => subject !== thing)
      this.#request.figures = [{ aggregate: 'count', column: thing.column }]
    } else if (mentionsRows) this.#request.countsRows = true
  }
}

function isOperand(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'open' || phrase?.kind === 'number' || phrase?.kind === 'date'
}

/** How to split by a condition that names several values. */
function groupOfChoice(filter: Filter): Group | null {
  if (filter.kind === 'values') return filter.values.length > 1 ? { column: filter.column, unit: null } : null
  if (filter.comparison !== '=' || filter.operands.length < 2) return null
  return { column: filter.column, unit: filter.kind === 'part-of-date' ? filter.part : null }
}
