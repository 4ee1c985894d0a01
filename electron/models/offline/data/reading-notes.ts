import { enumerate, plainText } from '../markdown.ts'
import { matchColumns, type MatchLevel } from './match-columns.ts'
import type { Problem } from './request.ts'
import { isTemporal, type Column } from './table-columns.ts'

/** What a value found in its column adds to a reading's quality. */
export const valueQuality = 2
const qualityOf: Readonly<Record<MatchLevel, number>> = { exact: 3, part: 2, synonym: 1 }

/** Chooses columns while a question is read, and keeps what was unclear, assumed, and how well it all fits. */
export class ReadingNotes {
  readonly columns: readonly Column[]
  readonly problems: Problem[] = []
  readonly assumptions: string[] = []
  quality = 0

  constructor(columns: readonly Column[]) {
    this.columns = columns
  }

  unexplained(words: string): void {
    this.problems.push({ kind: 'unexplained', words })
  }

  unclear(sentence: string): void {
    this.problems.push({ kind: 'unclear', sentence })
  }

  /** Several columns fit equally well: `verb` says how. */
  tied(words: string, names: readonly string[], verb: string): void {
    const columns = names.map((name) => `*${plainText(name)}*`)
    this.unclear(
      `“${plainText(words)}” ${verb} more than one column here: ${enumerate(columns, 'or')}. Which one do you mean? Ask again with that name.`,
    )
  }

  /** The one column some words name, among the preferred kind if any of it fits; null leaves a problem. */
  choose(words: readonly string[], prefer?: (column: Column) => boolean): Column | null {
    const preferred = prefer === undefined ? null : matchColumns(words, this.columns.filter(prefer))
    const match = preferred ?? matchColumns(words, this.columns)
    const [column, ...others] = match?.columns ?? []
    const said = words.join(' ')
    if (match === null || column === undefined) this.unexplained(said)
    else if (others.length > 0) this.tied(said, namesOf(match.columns), 'may mean')
    else {
      this.quality += qualityOf[match.level]
      if (match.level !== 'exact')
        this.assumptions.push(`“${plainText(said)}” means the column *${plainText(column.name)}*`)
      return column
    }
    return null
  }

  /** The table's one date; null leaves a problem. */
  dateColumn(forWords: string): Column | null {
    const dates = this.columns.filter(isTemporal)
    const [only] = dates
    if (dates.length === 1 && only !== undefined) return only
    if (dates.length === 0) this.unexplained(forWords)
    else this.tied(forWords, namesOf(dates), 'may be about')
    return null
  }
}

function namesOf(columns: readonly Column[]): readonly string[] {
  return columns.map((column) => column.name)
}
