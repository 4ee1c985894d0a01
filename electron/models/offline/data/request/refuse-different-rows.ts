import { plainText } from '../../markdown.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isKeyOfRows } from './count-keys.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'

/**
 * "how many different patients", where the rows are visits: only what a column tells apart in every row is as many as
 * there are rows, and only by the name of that column or of the table.
 */
export function refuseDifferentRows({ request }: RequestDraft, notes: ReadingNotes): void {
  const { isDistinct, countsRows, mentionsRows, subjects, figures, analysis } = request
  const isOfRows = isDistinct && countsRows && !mentionsRows && subjects.length + figures.length === 0
  const [, noun] = /\b(?:different|distinct|unique) (?:of )?(?:the |our )?(\p{L}+)/iu.exec(notes.question) ?? []
  if (!isOfRows || noun === undefined || analysis.kind !== 'plain') return
  const keys = notes.columns.filter((column) => isKeyOfRows(column, notes))
  const named = [notes.tableName, ...keys.map(({ name }) => name)].flatMap(wordsOfName)
  if (keys.length > 0 && named.includes(normalWord(noun))) return
  notes.unclear(`I find no column here that tells different ${plainText(noun)} apart, and rows may be of the same one.`)
}
