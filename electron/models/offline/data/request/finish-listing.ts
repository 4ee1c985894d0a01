import { normalWord, wordsOfName } from '../../words.ts'
import type { ConditionReader } from './condition-reader.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Request } from './request.ts'
import { isIdentifier } from '../columns/table-columns.ts'

type Reading = { readonly notes: ReadingNotes; readonly conditions: ConditionReader }

/** What is shown where nothing is computed: the rows that fit, or the values of the only column that is named. */
export function finishListing(draft: RequestDraft, { notes, conditions }: Reading): void {
  const { request } = draft
  const isChosen = request.filters.length > 0 || conditions.hasOpenWords
  if (isListedByName(request, notes)) request.isListing = true
  if (!isIdle(request)) return
  // "cars with more than 200 horsepower" asks for them, where nothing is asked about them.
  if (draft.namesTable && (request.isListing || isChosen)) request.mentionsRows = true
  else if (isChosen && listsUnnamed(draft, notes)) {
    request.mentionsRows = true
    request.isUnasked = true
    notes.assume('nothing is to be computed, so these are the rows that fit')
  }
}

/** Neither a figure nor a thing is asked for. */
function isIdle({ figures, groups, subjects, rank, chart, countsRows, analysis }: Request): boolean {
  const isAsked = figures.length + groups.length + subjects.length > 0 || rank !== null || chart !== null || countsRows
  return !isAsked && analysis.kind === 'plain'
}

/** "sold in May", "anything before 2020": the rows have no name. Only where no other reading gives the words a part. */
function listsUnnamed(draft: RequestDraft, notes: ReadingNotes): boolean {
  const { request, countsNamed, isComparing, isCorrelating, isSplit } = draft
  const isOpen = request.isDistinct || request.asksWhen || request.having.length > 0
  return countsNamed && !isOpen && !isComparing && !isCorrelating && !isSplit && !asksMore.test(notes.question)
}

/** A yes or a no, a manner, or an amount in all: no list answers that. */
const asksMore =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|should|would|will|how|why)\b|\b(?:altogether|together|in all|in total|overall|combined)\b|^what (?:did|do|does) .*\b(?:take|earn|spend|pay|fetch|cost)\b/i

/** "titles in the genre Fiction", "all the fields": a plural, and nothing to compute. */
function isListedByName(request: Request, { question }: ReadingNotes): boolean {
  const { figures, groups, subjects, rank, chart, countsRows, analysis } = request
  const [subject, ...others] = subjects
  const isAsked = figures.length + groups.length > 0 || rank !== null || chart !== null || countsRows
  if (subject === undefined || others.length > 0 || isAsked || analysis.kind !== 'plain') return false
  if (subject.unit !== null) return false
  const [last, thing] = wordsOfName(subject.column.name).toReversed()
  // The donors of `donor_no`.
  const name = isIdentifier(subject.column) ? (thing ?? last) : last
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => normalWord(word) === name && word !== name && !/^[^s]*$/.test(word))
}
