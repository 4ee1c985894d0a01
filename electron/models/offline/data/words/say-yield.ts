import { yields } from '../../grammar/yields.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { additivity, type Column, type Table } from '../columns/table-columns.ts'
import { unitOf } from './unit-of.ts'

/**
 * What is made or used up, said by the verb and not by the column: "how many kWh did we produce" is the total of
 * `output_kwh`, "days we produced nothing" those where it is 0, "days the house used over 25 kWh" those of
 * `home_use_kwh`. Who does it must be said by the table too, or be whoever asks.
 */
export function sayYield(question: string, { name, columns }: Pick<Table, 'name' | 'columns'>): string {
  const known = new Set(wordsOfName(name))
  const say = (verb: string, doer: string | undefined, unit: string | null): string | null => {
    const [column, ...others] = columns.filter((each) => tells(each, verb, unit))
    if (column === undefined || others.length > 0 || column.name.includes('"')) return null
    return isOwnDoer(doer, column, known) ? `"${column.name}"` : null
  }
  return question
    .replace(howMany, (said, unit: string, doer: string | undefined, verb: string) => {
      const figure = say(verb, doer, unit)
      return figure === null ? said : `total ${figure}`
    })
    .replace(nothing, (said, _did: string, doer: string | undefined, verb: string) => {
      const figure = say(verb, doer, null)
      return figure === null ? said : `was ${figure} 0`
    })
    .replace(
      compared,
      (said, doer: string | undefined, verb: string, comparison: string, number: string, unit: string) => {
        const figure = say(verb, doer, unit)
        return figure === null ? said : `was ${figure} ${comparison} ${number}`
      },
    )
}

/** Pronouns may have been passed over already. */
const doers = String.raw`(?:(i|we|you|they|(?:the|our|my) \p{L}+) )?`
const verbs = `(${yields.flatMap((each) => each.verbs).join('|')})`
const howMany = new RegExp(
  String.raw`\bhow (?:many|much) (\p{L}+) (?:did|do|does|have|has) ${doers}${verbs}(?!\p{L})`,
  'iu',
)
const nothing = new RegExp(
  String.raw`\b(did|do|does|have|has) ${doers}${verbs} (?:nothing|no \p{L}+)(?: at all)?(?!\p{L})`,
  'iu',
)
const compared = new RegExp(
  String.raw`(?<=\b(?:days|weeks|months|hours|years) (?:that |when |where )?(?:did )?)${doers}${verbs} (over|under|above|below|more than|less than|at least|at most) (\d[\d.,]*) (\p{L}+)(?!\p{L})`,
  'iu',
)

function tells(column: Column, verb: string, unit: string | null): boolean {
  const words = wordsOfName(column.name)
  const nouns = yields.find((each) => each.verbs.includes(verb.toLowerCase()))?.nouns ?? []
  const isInUnit = unit === null || words.includes(normalWord(unit)) || words.some((word) => isUnit(word, unit))
  return additivity(column) === 'yes' && isInUnit && words.some((word) => nouns.includes(word))
}

function isUnit(word: string, unit: string): boolean {
  return unitOf(word) !== null && unitOf(word) === unitOf(unit.toLowerCase())
}

/** "the house" where it is the home use; "the roof" of the table in a folder of that name. */
function isOwnDoer(doer: string | undefined, column: Column, known: ReadonlySet<string>): boolean {
  if (doer === undefined || !doer.includes(' ')) return true
  const word = normalWord(doer.split(' ').at(-1) ?? '')
  const names = wordsOfName(column.name)
  return known.has(word) || names.includes(word) || (word === 'house' && names.includes('home'))
}
