import { wordsOfFile } from '../../mention-files.ts'
import { normalWord } from '../../words.ts'
import type { Join } from '../tables/find-joins.ts'

/**
 * A question without the things of the second table where something is said of them: "bookings **of rooms** with a sea
 * view", "amount **of customers** in Germany". What is said of them holds of the rows that lead there. The same question
 * where there is no such thing.
 */
export function withoutThing(question: string, { one }: Join): string {
  const thing = wordsOfFile(one.name).join(' ')
  return question.replaceAll(thingWithMore, (said, noun: string) => (normalWord(noun) === thing ? ' ' : said))
}

const thingWithMore =
  /\s(?:of|for|from|in|by|at|to|with) (?:an? |the |all |any |our |their )*([\p{L}]{3,})(?: (?:that|which|who) (?:is|are|was|were|have|has))?\s(?=(?:with|without|in|from|on|at|of|whose|over|under|above|below|older|younger|larger|bigger|smaller)\s)/giu
