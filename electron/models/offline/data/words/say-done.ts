import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isFigure, type Column } from '../columns/table-columns.ts'

/** "how many litres did Mick lose" is the total of `LitresLost` for Mick, where one column says what was done so. */
export function sayDone(question: string, columns: readonly Column[]): string {
  const [, things = '', doer = '', verb = '', average] = done.exec(question) ?? []
  const [column, ...others] = formsOf(verb.toLowerCase()).flatMap((form) => columnsOf(things, form, columns))
  if (column === undefined || others.length > 0 || /"/.test(column.name)) return question
  return `${average === undefined ? 'total' : 'average'} "${column.name}" for ${doer}`
}

const done =
  /^how many (\p{L}+s) (?:do|does|did) (.+?) (\p{L}+)(?:,? (?:in total|altogether|in all)|(,? on average))?\s*[?.!]*$/iu

function columnsOf(things: string, form: string, columns: readonly Column[]): readonly Column[] {
  const match = matchColumns([things, form], columns)
  return match !== null && match.level !== 'synonym' && match.columns.every(isFigure) ? match.columns : []
}

function formsOf(verb: string): readonly string[] {
  const forms = irregularVerbs.find(([base]) => base === verb)?.slice(2, -1)
  return verb === '' ? [] : [...new Set(forms ?? [`${verb.replace(/e$/, '')}ed`])]
}
