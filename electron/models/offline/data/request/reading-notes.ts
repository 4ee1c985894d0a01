import { enumerate, plainText } from '../../markdown.ts'
import { dateOfQuestion } from '../columns/date-of-question.ts'
import type { MatchLevel } from '../columns/ways-to-name.ts'
import { isNumeric, isTemporal, type Column, type Table } from '../columns/table-columns.ts'
import type { Phrase, Span } from '../words/phrase.ts'
import { columnsNamed } from './columns-named.ts'
import { meantOfSeveral } from './meant-of-several.ts'
import type { Problem, Unsettled } from './request.ts'

/** What a value found in its column adds to a reading's quality. */
export const valueQuality = 2
/** What a step of time adds, read from a date. A column called so is better. */
export const timeQuality = 2
/** A column's whole name tells more than two that only hold a word of it. */
const qualityOf: Readonly<Record<MatchLevel, number>> = { exact: 3, part: 1, synonym: 0.5 }

/** More readings than this are too many to choose from. */
const maxChoices = 4

export type ColumnPhrase = Extract<Phrase, { readonly kind: 'column' }>
type Prefer = ((column: Column) => boolean) | undefined

/** Chooses columns while a question is read, and keeps what was unclear, assumed, and how well it all fits. */
export class ReadingNotes {
  readonly question: string
  readonly columns: readonly Column[]
  /** Of the table. */
  readonly rows: number
  readonly problems: Problem[] = []
  readonly assumptions: string[] = []
  quality = 0
  unsettled: Unsettled | null = null
  /** "over time": whatever step there is. */
  isOverTime = false
  #date: Column | null = null
  #earlierDate: Column | null = null
  readonly #table: Table

  constructor(question: string, table: Table) {
    this.question = question
    this.#table = table
    this.columns = table.columns
    this.rows = table.rows
  }

  get tableName(): string {
    return this.#table.name
  }

  get isJoined(): boolean {
    return this.#table.derived !== undefined
  }

  unexplained(words: string): void {
    this.problems.push({ kind: 'unexplained', words })
  }

  unclear(sentence: string, wantsColumn = false): void {
    this.problems.push({ kind: 'unclear', sentence, wantsColumn })
  }

  assume(sentence: string): void {
    this.assumptions.push(sentence)
  }

  /** Offers whole questions, or where there are too many asks back in a sentence. */
  open(prompt: string, choices: readonly string[]): void {
    if (choices.length > maxChoices) this.unclear(`${prompt} Ask again with that name.`)
    else this.problems.push({ kind: 'open', prompt, choices })
  }

  /** Asks which of several columns some words are about. `sayWith`: the question with one of them named. */
  askWhichIsMeant(words: string, columns: readonly Column[], sayWith: (name: string) => string): void {
    this.open(
      `“${plainText(words)}” may be about more than one column here: ${columnNames(columns)}. Which one do you mean?`,
      columns.map(({ name }) => sayWith(name)),
    )
  }

  /** What to ask, should the data not tell what to compute. The first such column asks. */
  leaveUnsettled(prompt: string, choices: readonly string[]): void {
    this.unsettled ??= { prompt, choices, isOverTime: this.isOverTime }
  }

  /** What a phrase says in the question's own words. */
  wordsOf({ from, to }: Span): string {
    return this.question.slice(from, to)
  }

  /** The question with some of its words said otherwise. */
  saidOtherwise({ from, to }: Span, words: string): string {
    return `${this.question.slice(0, from)}${words}${this.question.slice(to)}`.trim()
  }

  /** The question with a word of it said otherwise, where it stands in it. */
  saidWith(word: string, words: string): string {
    const from = this.question.toLowerCase().indexOf(word.toLowerCase())
    return from < 0 ? this.question : this.saidOtherwise({ from, to: from + word.length }, words)
  }

  /** The one column some words name, among the preferred kind if any of it fits; null leaves a problem. */
  choose(said: ColumnPhrase, prefer?: Prefer): Column | null {
    const found = this.#find(said, prefer)
    const [column, ...others] = found?.columns ?? []
    if (found === null || column === undefined) {
      this.unexplained(said.words.join(' '))
      return null
    }
    if (others.length > 0) return this.#chooseOfSeveral(said, found.columns)
    this.quality += qualityOf[found.level]
    if (found.level !== 'exact') this.#assumeMeans(said.isExact ? this.wordsOf(said) : said.words.join(' '), column)
    return column
  }

  /** The column that would be chosen, without noting anything. */
  peek(said: ColumnPhrase, prefer?: Prefer): Column | null {
    const found = this.#find(said, prefer)
    return found?.columns.length === 1 ? (found.columns[0] ?? null) : null
  }

  /** Times are about this column from now on. */
  useDate(column: Column): void {
    this.#date = column
  }

  /** Times that speak of no date go on with the one of the question before. */
  goOnWithDate(column: Column | null): void {
    this.#earlierDate = column
  }

  /** The years of a table without dates, where they are numbers. */
  get numberedYear(): Column | null {
    if (this.columns.some(isTemporal)) return null
    return this.columns.find((column) => column.name.toLowerCase() === 'year' && isNumeric(column)) ?? null
  }

  /** The table's one date, or of several the one the question speaks of; null leaves a problem. */
  dateColumn(forWords: string): Column | null {
    if (this.#date !== null) return this.#date
    const dates = this.columns.filter(isTemporal)
    const [only, ...others] = dates
    if (only === undefined) this.unexplained(forWords)
    if (only === undefined || others.length === 0) return only ?? null
    const chosen = dateOfQuestion(this.question, { dates, table: this.#table, forWords })
    if (this.#earlierDate !== null && chosen?.isAssumed !== false) return this.#earlierDate
    if (chosen === null) this.#askWhichDate(forWords, dates)
    else if (chosen.isAssumed) this.assume(`“${plainText(forWords)}” is about *${plainText(chosen.column.name)}*`)
    return chosen?.column ?? null
  }

  #askWhichDate(forWords: string, dates: readonly Column[]): void {
    if (this.problems.some((each) => each.kind === 'open')) return
    this.askWhichIsMeant(forWords, dates, (name) => `${this.question}, going by "${name}"`)
  }

  #find(said: ColumnPhrase, prefer: Prefer) {
    return columnsNamed(said, { question: this.question, columns: this.columns, prefer })
  }

  #chooseOfSeveral(said: ColumnPhrase, columns: readonly Column[]): Column | null {
    const meant = meantOfSeveral(said, columns, this.question)
    if (meant === null) this.#askWhich(said, columns)
    else this.#assumeMeans(said.words.join(' '), meant)
    return meant
  }

  #assumeMeans(words: string, column: Column): void {
    this.assume(`“${plainText(words)}” means the column *${plainText(column.name)}*`)
  }

  #askWhich(said: ColumnPhrase, columns: readonly Column[]): void {
    const words = plainText(said.words.join(' '))
    this.open(
      `“${words}” may mean more than one column here: ${columnNames(columns)}. Which one do you mean?`,
      columns.map(({ name }) => this.saidOtherwise(said, `"${name}"`)),
    )
  }
}

export function columnNames(columns: readonly Column[]): string {
  return enumerate(
    columns.map(({ name }) => `*${plainText(name)}*`),
    'or',
  )
}
