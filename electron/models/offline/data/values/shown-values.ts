import { missingWords, presentWords, truthWords } from '../../grammar/negations.ts'
import { isText, type Table } from '../columns/table-columns.ts'

const presenceWords: ReadonlySet<string> = new Set([...missingWords, ...presentWords, ...Object.keys(truthWords)])

/**
 * The words of a question that would ask whether something is there, and are values of this table by the ones that were
 * shown of each column: "absent" of `status`. In lower case.
 */
export function presenceValues(question: string, { columns }: Table): ReadonlySet<string> {
  const words = (question.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => presenceWords.has(word))
  if (words.length === 0) return new Set()
  const shown = new Set(
    columns
      .filter(isText)
      .flatMap(({ min, max, examples }) => [min, max, ...examples].map((each) => String(each).toLowerCase())),
  )
  return new Set(words.filter((word) => shown.has(word)))
}
