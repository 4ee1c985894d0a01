import { opposite } from '../../grammar/ranks.ts'
import { badWords } from '../../grammar/figure-names.ts'
import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { wordsOfName } from '../../words.ts'
import type { Figure, Rank } from './request.ts'
import type { ConditionReader } from './condition-reader.ts'
import { countRanked } from './count-ranked.ts'
import { own } from '../words/grammar-entries.ts'
import { isMadeYear, leaveOutYear } from './rank-quality.ts'
import { columnNames, type ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import { isFigure } from '../columns/table-columns.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** "which region has the most orders" counts what is ranked; "top 5 cars by weight" is about the table's rows. */
export function finishRank(draft: RequestDraft, { notes, conditions }: Reading): void {
  if (!conditions.hasOpenWords && !draft.goesOn) askWhichFigure(draft, notes)
  leaveOutYear(draft, notes)
  const { request } = draft
  if (draft.isSpent && request.rank !== null)
    request.rank = { ...request.rank, direction: opposite(request.rank.direction) }
  const { rank, figures, subjects } = request
  if (rank === null) return
  const isTurning = isOfBad(rank, figures) || (!draft.isTurned && isOfLess(rank, figures))
  if (isTurning) request.rank = { ...rank, direction: opposite(rank.direction) }
  const namesRows =
    draft.namesTable || (/^which\b/i.test(notes.question) && request.filters.some(({ kind }) => kind === 'values'))
  if (namesRows && subjects.length === 0 && (rank.limit !== null || request.isListing)) request.mentionsRows = true
  countRanked(draft, { notes, conditions })
}

/** "the worst by spoiled kilos" has most of them. */
function isOfBad({ word }: Rank, figures: readonly Figure[]): boolean {
  const [figure, ...others] = figures
  if ((word !== 'worst' && word !== 'best') || figure === undefined || others.length > 0) return false
  return wordsOfName(figure.column.name).some((each) => badWords.has(each))
}

/** "the fastest finish time" is the least: of what a quality has less of the more there is. */
function isOfLess({ word }: Rank, figures: readonly Figure[]): boolean {
  const [figure, ...others] = figures
  const quality = own(superlativeQualities, word)
  if (quality === undefined || figure === undefined || others.length > 0) return false
  // The oldest was printed first.
  if (quality === superlativeQualities['oldest'] && isMadeYear(figure.column)) return true
  const words = wordsOfName(figure.column.name)
  return words.some((each) => quality.less.includes(each)) && !words.some((each) => quality.more.includes(each))
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
