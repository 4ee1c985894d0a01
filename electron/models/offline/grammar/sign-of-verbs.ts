/**
 * In a column of money that comes and goes these are about one of both: what was spent is below zero. Who was paid is
 * not said by "paid" alone.
 */
export const signOfVerbs: Readonly<Record<string, '<' | '>'>> = {
  spend: '<',
  spends: '<',
  spent: '<',
  spending: '<',
  outgoings: '<',
  expense: '<',
  expenses: '<',
  expenditure: '<',
  earn: '>',
  earns: '>',
  earned: '>',
  earning: '>',
  income: '>',
  earnings: '>',
}
