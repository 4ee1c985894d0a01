import { countingRanks } from '../../grammar/ranks.ts'
import { superlativeQualities } from '../../grammar/qualities.ts'
import type { ConditionReader } from './condition-reader.ts'
import { own } from '../words/grammar-entries.ts'
import { columnNames, type ReadingNotes } from './reading-notes.ts'
import { plainFigure, type RequestDraft } from './request-draft.ts'
import { isFigure, isIdentifier } from '../columns/table-columns.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** "which region has the most orders" counts what is ranked; "top 5 cars by weight" is about the table's rows. */
export function finishRank(draft: RequestDraft, { notes, conditions }: Reading): void {
  if (!conditions.hasOpenWords) askWhichFigure(draft, notes)
  const { request } = draft
  const { rank, figures, subjects } = request
  if (rank === null) return
  if (draft.namesTable && subjects.length === 0 && (rank.limit !== null || request.isListing))
    request.mentionsRows = true
  if (figures.length > 0 || !countingRanks.has(rank.word)) return
  const things = subjects.filter(({ column }) => isIdentifier(column))
  const [thing] = things
  if (subjects.length === 2 && things.length === 1 && thing !== undefined) {
    request.subjects = subjects.filter((subject) => subject !== thing)
    request.figures = [plainFigure('count', thing.column)]
  } else if (request.mentionsRows || draft.namesTable) request.countsRows = true
}

/** "what's the highest value in there": of the few columns of figures, which? */
function askWhichFigure({ request, namesTable }: RequestDraft, notes: ReadingNotes): void {
  const { rank, figures, subjects, groups, countsRows } = request
  if (rank === null || countsRows || namesTable || figures.length + subjects.length + groups.length > 0) return
  if (own(superlativeQualities, rank.word) !== undefined || notes.problems.length > 0) return
  const columns = notes.columns.filter(isFigure)
  if (columns.length < 2 || columns.length > mostChoices) return
  notes.open(
    `The ${rank.word} of which column: ${columnNames(columns)}?`,
    columns.map(({ name }) => notes.saidWith(rank.word, `${rank.word} "${name}"`)),
  )
}

const mostChoices = 4
