import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isFigure, isIdentifier, isText, type Column } from '../columns/table-columns.ts'
import { matchColumns } from '../columns/match-columns.ts'
import type { ColumnPhrase, ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'

/** "accessions collected per year", where `accession` tells the rows apart: many of them, split by something, are counted. */
export function countKeys({ request }: RequestDraft, notes: ReadingNotes): void {
  const { subjects, groups, figures, rank, analysis, isListing, isDistinct, having } = request
  const [subject, ...others] = subjects
  const isPlain = figures.length + having.length === 0 && rank === null && analysis.kind === 'plain'
  if (subject === undefined || others.length > 0 || !isPlain || isListing || isDistinct) return
  if (groups.length === 0 || groups.some(({ column, unit }) => unit === null && isFigure(column))) return
  if (!isKeyOfRows(subject.column, notes) || !isSaidInPlural(subject.column, notes.question)) return
  request.subjects = []
  request.countsRows = true
  notes.assume(`every row is one *${plainText(subject.column.name)}*`)
}

/** "families with more than 40 accessions": so many rows of each. */
export function namesManyRows({ words }: ColumnPhrase, notes: ReadingNotes): boolean {
  const match = matchColumns(words, notes.columns)
  const [column, ...others] = match?.level === 'synonym' ? [] : (match?.columns ?? [])
  const isOne = column !== undefined && others.length === 0
  return isOne && isKeyOfRows(column, notes) && isSaidInPlural(column, words.join(' '))
}

/** Whether a column names each row, and no two alike. Of two tables joined nobody knows. */
export function isKeyOfRows(column: Column, notes: ReadingNotes): boolean {
  const isName = isText(column) || isIdentifier(column)
  return !notes.isJoined && isName && column.missing === 0 && column.distinct === notes.rows && notes.rows > 2
}

function isSaidInPlural({ name }: Column, question: string): boolean {
  const named = new Set(wordsOfName(name))
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => word !== normalWord(word) && word.endsWith('s') && named.has(normalWord(word)))
}
