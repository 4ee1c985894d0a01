import { isSameFamily } from '../../words.ts'
import { groupsOf } from './synonym-groups.ts'

/** "life expectancy" is `life_expect`: one word as it is, the other shortened. */
export function isNearly(a: string, b: string): boolean {
  return a === b || isSameFamily(a, b) || isBeginning(a, b)
}

const shortestBeginning = 4

/** "preci" for precipitation and the other way round. A word with synonyms of its own is no abbreviation: "sales" is not salesman. */
function isBeginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // "full-timers" are no `full_name`.
  if (short.length < shortestBeginning || long.length - short.length < 4 || long.includes('-')) return false
  return long.startsWith(short) && groupsOf(short).length === 0
}
