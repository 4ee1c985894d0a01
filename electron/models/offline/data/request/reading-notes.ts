import { enumerate, plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { dateOfQuestion } from '../columns/date-of-question.ts'
import { matchColumns, type MatchLevel } from '../columns/match-columns.ts'
import type { Phrase, Span } from '../words/phrase.ts'
import type { Problem, Unsettled } from './request.ts'
import { isFigure, isNumeric, isTemporal, type Column, type Table } from '../columns/table-columns.ts'

/** What a value found in its column adds to a reading's quality. */
export const valueQuality = 2
/** What a step of time adds, read from a date. A column called so is better. */
export const timeQuality = 2
/** A column's whole name tells more than two that only hold a word of it. */
const qualityOf: Readonly<Record<MatchLevel, number>> = { exact: 3, part: 1, synonym: 0.5 }

/** What the column that tells a thing's name ends with. In the form of `normalWord`. */
const nameWords: ReadonlySet<string> = new Set(['name', 'title'])

/** More readings than this are too many to choose from. */
const maxChoices = 4

const asksForAll =
  /\b(?:total|totals|altogether|overall|together|in all|all told|how much|(?:come|comes|came) to|adds? up|added up)\b/i

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
    return this.#table.from !== undefined
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

  /** What to ask, should the data not tell what to compute. The first such column asks. */
  leaveUnsettled(prompt: string, choices: readonly string[]): void {
    this.unsettled ??= { prompt, choices, isOverTime: this.isOverTime }
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
    const words = said.words.join(' ')
    if (found === null || column === undefined) this.unexplained(words)
    else if (others.length > 0) return this.#nameOf(said, found.columns)
    else {
      this.quality += qualityOf[found.level]
      const written = said.isExact ? this.question.slice(said.from, said.to) : words
      if (found.level !== 'exact') this.assume(`“${plainText(written)}” means the column *${plainText(column.name)}*`)
      return column
    }
    return null
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
    this.open(
      `“${plainText(forWords)}” may be about more than one column here: ${columnNames(dates)}. Which one do you mean?`,
      dates.map(({ name }) => `${this.question}, going by "${name}"`),
    )
  }

  #find(said: ColumnPhrase, prefer: Prefer) {
    if (said.isExact) {
      // "pay" for `amount` is a word for it, and not its name.
      const level = this.#isWritten(said) ? ('exact' as const) : ('synonym' as const)
      return { level, columns: exactColumns(said.words[0] ?? '', this.columns) }
    }
    const best = matchColumns(said.words, this.columns)
    const preferred = prefer === undefined ? null : matchColumns(said.words, this.columns.filter(prefer))
    // A column that is called so is meant, whatever kind is expected.
    return preferred === null || (best?.level === 'exact' && preferred.level === 'synonym') ? best : preferred
  }

  #isWritten({ words, from, to }: ColumnPhrase): boolean {
    return this.question
      .slice(from, to)
      .toLowerCase()
      .includes((words[0] ?? '').toLowerCase())
  }

  /** Candidates are told by `candidate_name`, and not by the other columns that speak of them. */
  #nameOf(said: ColumnPhrase, columns: readonly Column[]): Column | null {
    const thing = said.words.map(normalWord).join(' ')
    const names = columns.filter((column) => {
      const [last = '', ...rest] = wordsOfName(column.name).toReversed()
      return nameWords.has(last) && rest.toReversed().join(' ') === thing
    })
    // The parts of a total are not what something cost in all.
    const totals = asksForAll.test(this.question)
      ? columns.filter((column) => isFigure(column) && wordsOfName(column.name).includes('total'))
      : []
    const [name, ...others] = names.length === 0 && columns.every(isFigure) ? totals : names
    if (name === undefined || others.length > 0 || said.isExact) {
      this.#askWhich(said, columns)
      return null
    }
    this.assume(`“${plainText(said.words.join(' '))}” means the column *${plainText(name.name)}*`)
    return name
  }

  #askWhich(said: ColumnPhrase, columns: readonly Column[]): void {
    const words = plainText(said.words.join(' '))
    this.open(
      `“${words}” may mean more than one column here: ${columnNames(columns)}. Which one do you mean?`,
      columns.map(({ name }) => this.saidOtherwise(said, `"${name}"`)),
    )
  }
}

/** Several columns may differ in case only: then the one written exactly so. */
function exactColumns(name: string, columns: readonly Column[]): readonly Column[] {
  const alike = columns.filter((column) => column.name.trim().toLowerCase() === name.toLowerCase())
  const same = alike.filter((column) => column.name.trim() === name)
  return same.length > 0 ? same : alike
}

export function columnNames(columns: readonly Column[]): string {
  return enumerate(
    columns.map(({ name }) => `*${plainText(name)}*`),
    'or',
  )
}
