import { wordsOfName } from '../../words.ts'
import { isFigure, type Column } from './table-columns.ts'

/** Whether a word for money speaks of a column that is called no more than a total, and of which currency: `Total (€)`. */
export function isTotalOfMoney(asked: readonly string[], column: Column): boolean {
  const [word = '', ...more] = asked
  if (more.length > 0 || !moneyWords.has(word) || !isFigure(column)) return false
  const said = wordsOfName(column.name).filter((each) => !currencies.has(each))
  const isOfMoney = /[€£$]/.test(column.name) || said.length < wordsOfName(column.name).length
  return isOfMoney && said.every((each) => each === 'total' || each === 'sum')
}

/** In the form of `normalWord`. */
const moneyWords: ReadonlySet<string> = new Set(
  'taking takings income revenue turnover proceeds proceed sale cost bill charge price'.split(' '),
)

const currencies: ReadonlySet<string> = new Set('€ £ $ eur euro usd dollar gbp pound chf'.split(' '))
