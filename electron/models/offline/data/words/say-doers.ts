import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import { isTruth, yesOf, type Column } from '../columns/table-columns.ts'

/** "games lost by juniors" are those of juniors, where a column tells who is one. What is split is "by junior". */
export function sayDoers(question: string, columns: readonly Column[]): string {
  return question.replaceAll(
    /(?<!\p{L})(\p{L}+) by (?:the |our )?(\p{L}+s)(?!\p{L})/giu,
    (said, verb: string, doers: string) =>
      isParticiple(verb.toLowerCase()) && columns.some((column) => tellsWho(column, doers))
        ? `${verb} of ${doers}`
        : said,
  )
}

function tellsWho(column: Column, doers: string): boolean {
  const doer = normalWord(doers)
  return (isTruth(column) || yesOf(column) !== null) && doer !== doers && wordsOfName(column.name).join(' ') === doer
}

function isParticiple(verb: string): boolean {
  return /..ed$/.test(verb) || participles.has(verb)
}

const participles: ReadonlySet<string> = new Set([
  ...irregularVerbs.flatMap((forms) => forms.slice(2)),
  'lost',
  'drawn',
])
