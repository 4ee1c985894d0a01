import { irregularParticiples, otherRates } from '../../grammar/rates.ts'
import { stemOf, wordsOfName } from '../../words.ts'
import { isTruth, yesOf, type Column, type Table } from '../columns/table-columns.ts'

/**
 * "return rate by product" as the share of rows that were returned, where no column is called a rate: of a column of yes
 * and no that says it, else of a value in the form of a participle. Anything else stays as it is.
 */
export function sayRate(question: string, { columns }: Pick<Table, 'columns'>): string {
  const [, noun = '', rest = ''] = rate.exec(question) ?? []
  const isNamed = columns.some(({ name }) => wordsOfName(name).some((word) => word === 'rate' || word === 'ratio'))
  if (noun === '' || isNamed || otherRates.has(noun.toLowerCase())) return question
  const told = columns.filter((column) => (isTruth(column) || yesOf(column) !== null) && tells(column, noun))
  const [column, ...others] = told
  if (others.length > 0) return question
  return `what share of rows${rest} is ${column === undefined ? participleOf(noun.toLowerCase()) : `"${column.name}"`}`
}

const rate =
  /^(?:what(?:['’]s| is| was) |show |show me |give me )?(?:the |our |my )?(?:overall |total |average )?(\p{L}+(?:-\p{L}+)?)[- ]rates?(?:,? (?:in|as a) (?:percent|percentage|%))?((?: (?:by|per|of|for|in|from|on|each|with) [^?.!]+)?)\s*[?.!]*$/iu

function tells({ name }: Column, noun: string): boolean {
  return wordsOfName(name).some((word) => stemOf(word) === stemOf(noun) || stemOf(word) === stemOf(participleOf(noun)))
}

/** "cancellation" is of what was cancelled, "loss" of what was lost. */
function participleOf(noun: string): string {
  const irregular = irregularParticiples[noun]
  if (irregular !== undefined) return irregular
  const verb = noun.replace(/(?:ellation|ation|ition|al|ment|age|ance|ence|ion|ing|y|e)$/, (ending) =>
    ending === 'ellation' ? 'ell' : '',
  )
  return `${verb}ed`
}
