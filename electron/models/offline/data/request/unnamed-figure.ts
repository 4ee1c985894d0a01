import { money, price, rating, size } from '../../grammar/qualities.ts'
import { superlativeQualities } from '../../grammar/quality-adjectives.ts'
import { worthNouns, worthRanks } from '../../grammar/worth.ts'
import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { peopleColumns } from '../columns/people-columns.ts'
import { columnsOfQuality } from '../columns/quality-columns.ts'
import { additivity, type Column } from '../columns/table-columns.ts'
import { own } from '../words/grammar-entries.ts'
import { comesAndGoes } from './comes-and-goes.ts'
import type { ReadingNotes } from './reading-notes.ts'
import { figureOf, plainFigure, type RequestDraft, type SaidAggregate } from './request-draft.ts'

/**
 * The figure of "the largest donation", "the average bill", "our best customer", "class average", where no column is
 * named: what such rows are worth, or the only marks there are. Left open where more than one column may be meant.
 */
export function takeUnnamedFigure(
  draft: RequestDraft,
  { notes, hasOpenWords }: { readonly notes: ReadingNotes; readonly hasOpenWords: boolean },
): void {
  const { request } = draft
  if (request.figures.length > 0 || request.countsRows || request.chart !== null) return
  const computed = draft.aggregatesAreFresh ? draft.aggregates.filter(({ aggregate }) => isOfValues(aggregate)) : []
  if (request.rank === null && computed.length === 0) return
  if (draft.aggregatesAreFresh && computed.length < draft.aggregates.length) return
  const column =
    worthOf(draft, notes) ??
    (isAboutSomething(draft, hasOpenWords) && computed.length > 0 ? onlyColumn(rating, notes) : null)
  // Of what comes and goes in one column nobody knows which is meant.
  if (column === null || comesAndGoes(column)) return
  notes.assume(`it is about the column *${plainText(column.name)}*`)
  draft.aggregatesAreFresh = false
  request.figures = computed.length === 0 ? [plainFigure(null, column)] : computed.map((said) => figureOf(said, column))
  if (request.rank !== null && request.subjects.length === 0 && draft.namesTable) request.mentionsRows = true
}

/** "and the median?" goes on from something else. */
function isAboutSomething({ request }: RequestDraft, hasOpenWords: boolean): boolean {
  return request.filters.length + request.groups.length + request.subjects.length > 0 || hasOpenWords
}

/** A total is left open: it may be that of the rows. */
function isOfValues(aggregate: SaidAggregate['aggregate']): boolean {
  return aggregate !== 'count' && aggregate !== 'sum' && aggregate !== 'correlation'
}

function worthOf({ request }: RequestDraft, notes: ReadingNotes): Column | null {
  const word = request.rank?.word ?? ''
  const isByValue = own(superlativeQualities, word) === price && request.subjects.length === 0
  const isOfPerson = worthRanks.has(word) && peopleColumns(request.subjects.map(({ column }) => column)).length > 0
  const said = notes.question.match(/\p{L}+/gu)?.map(normalWord) ?? []
  const noun = said.find((each) => worthNouns.has(each))
  if (request.subjects.length === 1 && costs.test(notes.question)) return onlyColumn(money, notes)
  if (request.subjects.length === 1 && isEarned.test(notes.question)) return earnings(notes)
  const isPlain = word === '' || worthRanks.has(word)
  const isOfRows = request.subjects.length === 0 && isPlain
  if (!isByValue && !isOfPerson && !(isOfRows && (noun !== undefined || sizeRanks.has(word)))) return null
  if (noun === undefined && sizeRanks.has(word)) return onlyColumn(size, notes)
  return onlyColumn(money, notes, noun) ?? (isOfPerson ? onlyColumn(rating, notes) : null)
}

const sizeRanks: ReadonlySet<string> = new Set(['biggest', 'largest'])

/** "which month brought in the least" */
const isEarned =
  /\b(?:(?:br(?:ing|ings|ought)|take|takes|took) in|earn(?:s|ed)?|generate[sd]?|gross(?:es|ed)?) (?:the )?(?:most|least)\b/i

const costs = /\bcosts? (?:the )?(?:most|least)\b/i

/** A price is not what was earned, however many were sold. */
function earnings(notes: ReadingNotes): Column | null {
  const column = onlyColumn(money, notes)
  return column === null || additivity(column) === 'no' ? null : column
}

/** The one column of a quality; of several the one called like the noun, else the total of them. */
function onlyColumn(quality: typeof money, notes: ReadingNotes, noun?: string): Column | null {
  const { columns } = columnsOfQuality(quality, notes.columns, null)
  const named = columns.filter(({ name }) => noun !== undefined && wordsOfName(name).includes(noun))
  const amounts = columns.filter((column) => additivity(column) === 'yes')
  const [column, ...others] = [named, amounts, columns].find((each) => each.length > 0) ?? []
  return others.length === 0 ? (column ?? null) : null
}
