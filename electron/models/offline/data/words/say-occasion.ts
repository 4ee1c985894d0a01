import { normalWord, stemOf, wordsOfName } from '../../words.ts'
import { matchColumns } from '../columns/match-columns.ts'
import { isTemporal, isTruth, yesOf, type Column } from '../columns/table-columns.ts'

type Occasion = { readonly thing: string; readonly edge: string; readonly verb: string }

/**
 * "when were the panels cleaned for the last time", "when was the first lentil collected": the first or last date of what
 * a column of yes and no tells, or of a thing that a date tells of, in the words every reader knows. Only of things that
 * name no column by themselves: "when was the first order shipped" ranks the orders.
 */
export function sayOccasion(question: string, columns: readonly Column[]): string {
  const plain = question.replace(/\s*[?.!]+$/, '')
  const quoted = plain.replace(quotedWay, (whole, name: string, edge: string) =>
    columns.some((each) => each.name === name && (isTruth(each) || yesOf(each) !== null))
      ? `when was the ${edge} time with "${name}"`
      : whole,
  )
  if (quoted !== plain) return quoted
  const said = readOccasion(plain)
  if (said === null) return question
  const { thing, edge, verb } = said
  const told = yesColumn(said, columns)
  if (told !== null) {
    const isPart = thing.split(' ').every((word) => wordsOfName(told.name).includes(normalWord(word)))
    return `when was the ${edge} time ${isPart ? '' : `${thing} `}with "${told.name}"`
  }
  const happened = matchColumns([verb], columns.filter(isTemporal))
  const isNamed = matchColumns(thing.split(' '), columns) !== null
  return happened === null || isNamed ? question : `when was ${thing} ${edge} ${verb}`
}

/** Both words together are the column's name, and were put in quotes. */
const quotedWay = /^when (?:was|were|have|has) (?:the |our |my )?"([^"]+)" for the (first|last) time$/iu

/** `panels_cleaned` of "the panels cleaned", `inspected` of "the lobster inspected". */
function yesColumn({ thing, verb }: Occasion, columns: readonly Column[]): Column | null {
  const told = columns.filter((column) => (isTruth(column) || yesOf(column) !== null) && !column.name.includes('"'))
  const isSaid = ({ name }: Column) => wordsOfName(name).some((word) => stemOf(word) === stemOf(verb))
  const [column, ...others] = told.filter(isSaid)
  const isWhole =
    column !== undefined &&
    wordsOfName(column.name).every((word) => stemOf(word) === stemOf(verb) || wordsOfName(thing).includes(word))
  return column === undefined || others.length > 0 || !isWhole ? null : column
}

const lead = String.raw`^when (?:was|were|have|has|did)`
const edges = '(first|last|earliest|latest|most recently)'
const thing = String.raw`(?:the |our |my |any |an? )?(?!(?:time|day|date)\b)(\p{L}[\p{L} -]*?)`
const waysToSay: readonly (readonly [RegExp, readonly [thing: number, edge: number, verb: number]])[] = [
  [new RegExp(String.raw`${lead} ${thing} (?:been )?(\p{L}+ed|\p{L}+en) (?:for )?the ${edges} time$`, 'iu'), [1, 3, 2]],
  [new RegExp(String.raw`${lead} the ${edges} ${thing} (\p{L}+ed|\p{L}+en)$`, 'iu'), [2, 1, 3]],
  [new RegExp(String.raw`${lead} ${thing} ${edges} (?:been )?(\p{L}+ed|\p{L}+en)$`, 'iu'), [1, 2, 3]],
  [
    new RegExp(String.raw`^when did (?:we|i|they|somebody|someone|anyone|you) ${edges} (\p{L}+) ${thing}$`, 'iu'),
    [3, 1, 2],
  ],
]

function readOccasion(question: string): Occasion | null {
  for (const [way, [thingAt, edgeAt, verbAt]] of waysToSay) {
    const found = way.exec(question)
    if (found === null) continue
    const edge = (found[edgeAt] ?? '').toLowerCase() === 'most recently' ? 'last' : (found[edgeAt] ?? '')
    return { thing: found[thingAt] ?? '', edge, verb: found[verbAt] ?? '' }
  }
  return null
}
