import type { Aggregate } from '../grammar/aggregates.ts'
import type { Comparison } from '../grammar/comparisons.ts'
import { enumerate, plainText } from '../markdown.ts'
import { findValues } from './find-values.ts'
import { matchColumns, type MatchLevel } from './match-columns.ts'
import type { Phrase } from './read-phrases.ts'
import type { Filter, Group, Problem, ReadRequest, Request, ValueLookup } from './request.ts'
import { isFigure, isIdentifier, isNumeric, isTemporal, type Column } from './table-columns.ts'

/** A condition that still waits for what to compare with. */
type Condition = {
  readonly column: Column | null
  readonly comparison: Comparison | null
  readonly isOfTime: boolean
  readonly operands: (number | string)[]
}
type Mode = 'measure' | 'group' | 'filter'
type Draft = { -readonly [Key in keyof Request]: Request[Key] }

const qualityOf: Readonly<Record<MatchLevel, number>> = { exact: 3, part: 2, synonym: 1 }

/**
 * Gives every phrase its part. Nothing is guessed: a word without a part becomes a problem, and so does one that
 * fits two columns equally well. Without a lookup, open words are taken as values to be found later.
 */
export function readRequest(phrases: readonly Phrase[], columns: readonly Column[], lookup: ValueLookup): ReadRequest {
  return new RequestReader(columns, lookup).read(phrases)
}

class RequestReader {
  readonly #columns: readonly Column[]
  readonly #lookup: ValueLookup
  readonly #problems: Problem[] = []
  readonly #assumptions: string[] = []
  #quality = 0
  #mode: Mode = 'measure'
  #aggregates: readonly Aggregate[] = []
  #aggregatesAreFresh = false
  #wasCountSaid = false
  #condition: Condition | null = null
  #limit: number | null = null
  readonly #request: Draft = {
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

  constructor(columns: readonly Column[], lookup: ValueLookup) {
    this.#columns = columns
    this.#lookup = lookup
  }

  read(phrases: readonly Phrase[]): ReadRequest {
    for (const [index, phrase] of phrases.entries()) this.#take(phrase, phrases[index + 1])
    this.#finish()
    return {
      request: this.#request,
      problems: this.#problems,
      assumptions: this.#assumptions,
      quality: this.#quality,
    }
  }

  #take(phrase: Phrase, next: Phrase | undefined): void {
    switch (phrase.kind) {
      case 'aggregate':
        return this.#takeAggregate(phrase.aggregate)
      case 'rank':
        this.#request.rank = { direction: phrase.direction, word: phrase.word, limit: this.#limit }
        this.#limit = null
        this.#mode = 'measure'
        return
      case 'structure':
        this.#mode = phrase.role
        if (phrase.role !== 'measure') this.#dropCondition()
        return
      case 'comparison':
        this.#condition = { ...phrase, column: this.#condition?.column ?? null, operands: [] }
        return
      case 'column':
        return this.#takeColumn(phrase.words, next)
      case 'time':
        return this.#takeTime(phrase)
      case 'month':
        return this.#addDatePart('month', '=', [phrase.month])
      case 'quarter':
        return this.#addDatePart('quarter', '=', [phrase.quarter])
      case 'number':
        return this.#takeNumber(phrase.value, next)
      case 'date':
        return this.#takeDate(phrase.date)
      case 'open':
        return this.#takeOpen(phrase)
      case 'chart':
        this.#request.chart = { kind: phrase.chart ?? this.#request.chart?.kind ?? null }
        return
      case 'distinct':
        this.#request.isDistinct = true
        return
      case 'rows':
        this.#request.mentionsRows = true
        return
      case 'listing':
        this.#request.isListing = true
        return
      case 'table':
        this.#quality += 2
    }
  }

  /** "minimum and maximum price": neighbours apply together, to the columns that follow. */
  #takeAggregate(aggregate: Aggregate): void {
    this.#mode = 'measure'
    if (aggregate === 'count') this.#wasCountSaid = true
    this.#aggregates = this.#aggregatesAreFresh ? [...this.#aggregates, aggregate] : [aggregate]
    this.#aggregatesAreFresh = true
  }

  #takeColumn(words: readonly string[], next: Phrase | undefined): void {
    const isCondition = next?.kind === 'comparison' || (this.#mode === 'filter' && isOperand(next))
    if (isCondition) {
      const column = this.#choose(words, this.#columns)
      if (column !== null) this.#condition = { column, comparison: null, isOfTime: false, operands: [] }
      return
    }
    if (this.#mode === 'group' && !this.#isRankFigure(words)) {
      const column = this.#choose(words, this.#columns, (each) => !isFigure(each))
      if (column !== null) this.#request.groups = [...this.#request.groups, { column, unit: null }]
      return
    }
    this.#takeMeasure(words)
  }

  /** In "top 5 products by amount", `by` names what is compared and not a group. */
  #isRankFigure(words: readonly string[]): boolean {
    const { rank, subjects, figures } = this.#request
    const match = matchColumns(words, this.#columns.filter(isFigure))
    return rank !== null && subjects.length > 0 && figures.length === 0 && match !== null
  }

  #takeMeasure(words: readonly string[]): void {
    const wantsFigure = this.#aggregates.some((aggregate) => aggregate === 'sum' || aggregate === 'avg')
    const wantsThing = this.#wasCountSaid && this.#aggregatesAreFresh
    const column = this.#choose(
      words,
      this.#columns,
      wantsThing ? (each) => !isFigure(each) : wantsFigure || this.#request.rank !== null ? isFigure : undefined,
    )
    if (column === null) return
    const computed = this.#aggregates.filter((aggregate) => aggregate !== 'count')
    if (isFigure(column) || (isTemporal(column) && computed.some((each) => each === 'min' || each === 'max'))) {
      const aggregates = computed.length > 0 ? computed : [wantsThing ? ('sum' as const) : null]
      if (wantsThing)
        this.#assumptions.push(
          `“how many ${plainText(words.join(' '))}” means the total of *${plainText(column.name)}*`,
        )
      this.#request.figures = [...this.#request.figures, ...aggregates.map((aggregate) => ({ aggregate, column }))]
      if (wantsThing) this.#wasCountSaid = false
    } else this.#request.subjects = [...this.#request.subjects, { column, unit: null }]
    this.#aggregatesAreFresh = false
  }

  #takeTime({ unit, isAdverb }: { readonly unit: Group['unit'] & string; readonly isAdverb: boolean }): void {
    const column = this.#dateColumn(unit)
    if (column === null) return
    const group = { column, unit }
    if (isAdverb || this.#mode === 'group') this.#request.groups = [...this.#request.groups, group]
    else if (this.#request.isListing || this.#request.rank !== null)
      this.#request.subjects = [...this.#request.subjects, group]
    else this.#unexplained(unit)
  }

  #takeNumber(value: number, next: Phrase | undefined): void {
    const { rank } = this.#request
    if (this.#condition !== null) return this.#addOperand(value)
    const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100
    if (rank?.limit === null && !isYear) this.#request.rank = { ...rank, limit: this.#validLimit(value) }
    else if (isYear && next?.kind !== 'rank') this.#addDatePart('year', '=', [value])
    else if (this.#limit === null) this.#limit = this.#validLimit(value)
    else this.#unexplained(String(value))
  }

  #validLimit(value: number): number {
    if (!Number.isInteger(value) || value < 1 || value > 1000) this.#unexplained(String(value))
    return value
  }

  #takeDate(date: string): void {
    if (this.#condition?.comparison != null) return this.#addOperand(date)
    const column = this.#condition?.column ?? this.#dateColumn(date)
    this.#condition = null
    if (column !== null) this.#addFilter({ kind: 'compare', column, comparison: '=', operands: [date] })
  }

  /** A number or date after a column or comparison: "amount over 100", "between 10 and 20", "since 2023". */
  #addOperand(operand: number | string): void {
    const condition = this.#condition
    if (condition === null) return
    condition.operands.push(operand)
    const comparison = condition.comparison ?? '='
    if (condition.operands.length < (comparison === 'between' ? 2 : 1)) return
    this.#condition = null
    const { column, operands } = condition
    const years = operands.filter(
      (each) => typeof each === 'number' && Number.isInteger(each) && each >= 1900 && each <= 2100,
    )
    const isOfTime = column === null ? condition.isOfTime : isTemporal(column)
    if (isOfTime && years.length === operands.length) {
      return this.#addDatePart('year', comparison, years as number[], column)
    }
    const target =
      column ?? (operands.every((each) => typeof each === 'string') ? this.#dateColumn(String(operand)) : null)
    const fits = target !== null && (typeof operand === 'number' ? isNumeric(target) : isTemporal(target))
    if (fits) this.#addFilter({ kind: 'compare', column: target, comparison, operands })
    else this.#unexplained(operands.join(' '))
  }

  #takeOpen({ words, isQuoted }: { readonly words: readonly string[]; readonly isQuoted: boolean }): void {
    const column =
      this.#condition?.comparison === '=' || this.#condition?.comparison === null ? this.#condition.column : null
    this.#condition = null
    if (this.#lookup === null) return
    const found = findValues(words, { lookup: this.#lookup, column: column?.name ?? null, isQuoted })
    for (const unknown of found.unexplained) this.#unexplained(unknown)
    for (const { phrase, columns } of found.hits) {
      const names = [...columns.keys()]
      const [name] = names
      const target = this.#columns.find((each) => each.name === name)
      if (names.length > 1) this.#unclear(`“${plainText(phrase)}”`, names, 'is a value of')
      else if (target !== undefined) this.#addValues(target, columns.get(target.name) ?? [])
    }
  }

  #addValues(column: Column, values: readonly string[]): void {
    this.#quality += 2
    const same = this.#request.filters.find((filter) => filter.kind === 'values' && filter.column.name === column.name)
    const before = same?.kind === 'values' ? same.values : []
    this.#request.filters = [
      ...this.#request.filters.filter((filter) => filter !== same),
      { kind: 'values', column, values: [...new Set([...before, ...values])] },
    ]
  }

  #addDatePart(
    part: 'year' | 'quarter' | 'month',
    comparison: Comparison,
    operands: readonly number[],
    given: Column | null = null,
  ): void {
    const named =
      given ?? this.#columns.find((column) => column.name.toLowerCase() === part && isNumeric(column)) ?? null
    if (named !== null && isNumeric(named)) {
      return this.#addFilter({ kind: 'compare', column: named, comparison, operands })
    }
    const column = named ?? this.#dateColumn(operands.join(' '))
    if (column !== null) this.#addFilter({ kind: 'part-of-date', column, part, comparison, operands })
  }

  #addFilter(filter: Filter): void {
    this.#request.filters = [...this.#request.filters, filter]
    this.#quality += 1
  }

  #dateColumn(forWords: string): Column | null {
    const dates = this.#columns.filter(isTemporal)
    const [only] = dates
    if (dates.length === 1 && only !== undefined) return only
    if (dates.length === 0) this.#unexplained(forWords)
    else
      this.#unclear(
        `“${plainText(forWords)}”`,
        dates.map((column) => column.name),
        'may be about',
      )
    return null
  }

  /** The one column some words name, among the preferred kind if any of it fits. */
  #choose(words: readonly string[], columns: readonly Column[], prefer?: (column: Column) => boolean): Column | null {
    const preferred = prefer === undefined ? null : matchColumns(words, columns.filter(prefer))
    const match = preferred ?? matchColumns(words, columns)
    const [column] = match?.columns ?? []
    if (match === null || column === undefined) {
      this.#unexplained(words.join(' '))
      return null
    }
    if (match.columns.length > 1) {
      this.#unclear(
        `“${plainText(words.join(' '))}”`,
        match.columns.map((each) => each.name),
        'may mean',
      )
      return null
    }
    this.#quality += qualityOf[match.level]
    if (match.level !== 'exact') {
      this.#assumptions.push(`“${plainText(words.join(' '))}” means the column *${plainText(column.name)}*`)
    }
    return column
  }

  /** A column meant as a condition that never got one is a measure after all; a comparison without operand is not. */
  #dropCondition(): void {
    const condition = this.#condition
    this.#condition = null
    if (condition !== null) this.#unexplained(condition.comparison ?? condition.column?.name ?? '')
  }

  #finish(): void {
    this.#dropCondition()
    const request = this.#request
    if (this.#wasCountSaid) request.countsRows = true
    if (this.#limit !== null) {
      if (request.rank !== null && request.rank.limit === null) request.rank = { ...request.rank, limit: this.#limit }
      else this.#unexplained(String(this.#limit))
    }
    this.#countWhatIsRanked()
    const isLeftOver = this.#aggregatesAreFresh && this.#aggregates.some((aggregate) => aggregate !== 'count')
    if (isLeftOver)
      this.#problems.push({ kind: 'unclear', sentence: 'I see what to compute, but not of which column.' })
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

  #unexplained(words: string): void {
    this.#problems.push({ kind: 'unexplained', words })
  }

  #unclear(what: string, names: readonly string[], verb: string): void {
    const columns = names.map((name) => `*${plainText(name)}*`)
    this.#problems.push({
      kind: 'unclear',
      sentence: `${what} ${verb} more than one column here: ${enumerate(columns, 'or')}. Which one do you mean? Ask again with that name.`,
    })
  }
}

function isOperand(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'open' || phrase?.kind === 'number' || phrase?.kind === 'date'
}
