import type { TableProfile } from '../../../../shared/tool-results.ts'

type Table = TableProfile['tables'][number]

export type ChosenTables = {
  /** Those that are meant; none when the one that is named is not there. */
  readonly tables: readonly Table[]
  /** The question without the words that named one. */
  readonly question: string
}

/**
 * The tables of documents that a question names by page or number: "in table 2", "on page 3", "the first table",
 * "report.pdf#page 2 table 1". Tables of data files are left as they are, and all when none is named.
 */
export function chooseTable(question: string, tables: readonly Table[]): ChosenTables {
  if (!tables.some(({ name }) => partOf(name) !== null)) return { tables, question }
  const page = pagePattern.exec(question)
  const number = numberPattern.exec(question)
  const ordinal = ordinalPattern.exec(question)
  if (page === null && number === null && ordinal === null) return { tables, question }
  const place = page === null ? null : `${page[1]} ${page[2]}`.toLowerCase()
  const wanted = number?.[1] ?? ordinals[ordinal?.[1]?.toLowerCase() ?? '']
  const fitting = tables.filter(({ name }) => {
    const part = partOf(name)
    return part !== null && (place === null || part.place === place) && (wanted === undefined || part.number === wanted)
  })
  const rest = [pagePattern, numberPattern, ordinalPattern].reduce(
    (text, pattern) => text.replace(pattern, ' '),
    question,
  )
  return { tables: fitting, question: rest }
}

const lead = String.raw`(?:#|\b(?:in|on|of|from)\s+)?(?:\bthe\s+)?`
const pagePattern = new RegExp(String.raw`${lead}\b(page|slide)\s+(\d+)\b,?`, 'i')
const numberPattern = new RegExp(String.raw`${lead}\btable\s+(\d+)\b,?`, 'i')
const ordinalPattern = new RegExp(String.raw`${lead}\b(first|second|third|fourth|fifth)\s+table\b`, 'i')
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4', fifth: '5' }

/** Where a table stands in its document, by its name; null for one of a data file. */
function partOf(name: string): { readonly place: string | null; readonly number: string } | null {
  const match = /#(?:((?:page|slide) \d+) table|Table) (\d+)$/.exec(name)
  return match === null ? null : { place: match[1] ?? null, number: match[2] ?? '' }
}
