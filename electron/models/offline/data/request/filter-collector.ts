import { plainText } from '../../markdown.ts'
import { addFilter } from './merge-filters.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { ColumnFilter, Figure, Filter, GroupCondition } from './request.ts'
import { isTruth, type Column } from '../columns/table-columns.ts'

/** A filter before it is known whether it is negated. */
export type Condition = ColumnFilter extends infer Each
  ? Each extends ColumnFilter
    ? Omit<Each, 'isNegated'>
    : never
  : never

export type Collected = {
  readonly filters: readonly Filter[]
  /** What stands before the verb of a share; null where there is no such verb. */
  readonly base: readonly Filter[] | null
  readonly having: readonly GroupCondition[]
}

/** The conditions of a question so far, and how "not", "and" and "or" bind them. */
export class FilterCollector {
  readonly #notes: ReadingNotes
  #negation: 'none' | 'said' | 'used' = 'none'
  #joint: 'and' | 'or' | null = null
  #filters: readonly Filter[] = []
  #base: readonly Filter[] | null = null
  #having: readonly GroupCondition[] = []

  constructor(notes: ReadingNotes) {
    this.#notes = notes
  }

  /** Whether "and" or "or" was just said. */
  get isJoined(): boolean {
    return this.#joint !== null
  }

  /** Whether any condition was read, since the whole of a share was told. */
  get hasFilters(): boolean {
    return this.#filters.length > 0 && this.#base === null
  }

  /** The column of the values said last. */
  get lastValuesColumn(): Column | null {
    const last = this.#filters.at(-1)
    return last?.kind === 'values' ? last.column : null
  }

  /** The column compared last, when "and" or "or" followed: "at least 5 **and** less than 10". */
  get joinedColumn(): Column | null {
    const last = this.#filters.at(-1)
    return this.#joint !== null && last?.kind === 'compare' ? last.column : null
  }

  /** Whether a number without more goes on with the last comparison: "4 or 6". */
  get goesOn(): boolean {
    const last = this.#filters.at(-1)
    return this.joinedColumn !== null && last?.kind === 'compare' && last.comparison === '='
  }

  join(word: 'and' | 'or'): void {
    this.#joint = word
  }

  /** "not": what follows is left out, until something else begins. */
  negate(): void {
    if (this.#negation === 'said') this.#notes.unexplained('not')
    this.#negation = 'said'
  }

  /** "neither … **nor**": what follows is left out too, whatever stands before it. */
  negateNext(): void {
    if (this.#negation === 'none') this.#notes.unexplained('nor')
    this.#joint = null
    this.#negation = 'said'
  }

  /** Whether "not" stands open; it is then used up. */
  takeNegation(): boolean {
    const isSaid = this.#negation === 'said'
    if (isSaid) this.#negation = 'none'
    return isSaid
  }

  /** A preposition after a negated condition ends its reach: "excluding Asia in 2024". */
  endNegation(): void {
    if (this.#negation !== 'used') return
    if (this.#joint !== null)
      this.#notes.unclear('I am not sure how far “not” reaches here. Say it before each of them.')
    this.#negation = 'none'
  }

  /** Words that are looked up later stand for a condition. */
  expectValues(): void {
    this.#useNegation()
    this.#joint = null
  }

  add(condition: Condition, isOpposite = false): void {
    const filter = { ...condition, isNegated: this.#useNegation() !== isOpposite } as ColumnFilter
    this.#filters = addFilter(this.#filters, filter, this.#joint)
    this.#joint = null
    this.#notes.quality += 1
    this.#noteKept(filter)
    if (filter.kind === 'truth' && !isTruth(filter.column)) this.#notes.unexplained(filter.column.name)
  }

  /** What words came to, where they did: null left a problem. */
  addFound(condition: Condition | null): void {
    if (condition !== null) this.add(condition)
  }

  addGroupCondition(figure: Figure | null, { comparison, operands }: Omit<GroupCondition, 'figure'>): void {
    if (this.#negation !== 'none') this.#notes.unexplained('not')
    this.#having = [...this.#having, { figure, comparison, operands }]
    this.#joint = null
  }

  /** What was read so far is the whole that a share is taken of. */
  split(): void {
    this.#base = this.#filters
    this.#filters = []
  }

  /** Something else begins: what was not used by now was said in vain. */
  endConditions(): void {
    if (this.#negation === 'said') this.#notes.unexplained('not')
    this.#negation = 'none'
    if (this.#joint === 'or' && this.#filters.length > 0)
      this.#notes.unclear('I am not sure what “or” joins here. Ask for one thing at a time.')
    this.#joint = null
  }

  finish(): Collected {
    this.endConditions()
    if (this.#filters.some(isPeriod) && this.#filters.some(isYear))
      this.#notes.unclear(
        'I can look at several months or several years, but not at pairs of both. Ask for one at a time.',
      )
    return { filters: this.#filters, base: this.#base, having: this.#having }
  }

  #useNegation(): boolean {
    const isNegated = this.#negation !== 'none'
    if (isNegated) this.#negation = 'used'
    return isNegated
  }

  #noteKept({ kind, column, isNegated }: ColumnFilter): void {
    const isKept =
      kind === 'values' || kind === 'period' || kind === 'part-of-date' || kind === 'text' || kind === 'truth'
    if (isNegated && isKept && column.missing > 0)
      this.#notes.assume(`rows without *${plainText(column.name)}* are kept`)
  }
}

function isPeriod(filter: Filter): boolean {
  return filter.kind === 'period' && filter.comparison === '=' && !filter.isNegated
}

function isYear(filter: Filter): boolean {
  return filter.kind === 'part-of-date' && filter.part === 'year' && filter.comparison === '=' && !filter.isNegated
}
