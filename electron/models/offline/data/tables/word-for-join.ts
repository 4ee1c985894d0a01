import { wordsOfFile } from '../../mention-files.ts'
import { normalWord, wordsOfName } from '../../words.ts'
import type { Join } from './find-joins.ts'

/**
 * A question without the words that say which key leads to the second table: "the state of the origin airport" and
 * "origin state" are that table's state, reached by `origin`. The same question where it says no such thing.
 */
export function wordForJoin(question: string, join: Join): string {
  return withoutKey(withoutOwner(question, join), join)
}

/** "tool category" is the category of a tool, with a column of tools beside it or without. */
function withoutOwner(question: string, { many, one, added, key }: Join): string {
  const thing = wordsOfFile(one.name).join(' ')
  // `tool_id` speaks of tools.
  if (!wordsOfName(key.many.name).includes(thing)) return question
  const names = new Set([...added.values()].map(({ name }) => wordsOfName(name).join(' ')))
  const others = new Set(many.columns.map(({ name }) => wordsOfName(name).join(' ')))
  return question.replaceAll(owned, (said, owner: string, column: string) => {
    const [ownerName, columnName] = [normalWord(owner), normalWord(column)]
    const isOnlyOfOwner = names.has(columnName) && !others.has(columnName) && !others.has(`${ownerName} ${columnName}`)
    return ownerName === thing && isOnlyOfOwner ? '' : said
  })
}

const owned = /(\p{L}{3,})(?:['’]s)? (?=(\p{L}{3,}))/gu

function withoutKey(question: string, { many, one, key, added }: Join): string {
  const keyWords = wordsOfName(key.many.name)
  const things = wordsOfFile(one.name)
  const columns = [...added.values()].map(({ name }) => wordsOfName(name).join(' '))
  const isColumn = (words: readonly string[]) => columns.includes(words.join(' '))
  const isOwn = (words: readonly string[]) =>
    many.columns.some(({ name }) => wordsOfName(name).join(' ') === words.join(' '))
  const tokens = [...question.matchAll(/[\p{L}\p{N}_]+/gu)]
  const words = tokens.map(([word]) => normalWord(word))
  for (let at = 0; at < words.length; at++) {
    const isKey = keyWords.every((word, index) => words[at + index] === word)
    if (!isKey) continue
    const isThing = things.length > 0 && things.every((word, index) => words[at + keyWords.length + index] === word)
    const end = at + keyWords.length + (isThing ? things.length : 0)
    const next = words[end] ?? ''
    const isBefore = isColumn([next]) && !isOwn([...keyWords, next])
    const start = isBefore ? at : startOfWay(words, at)
    const isAfter = start < at && /^(of|from|for)$/.test(words[start] ?? '') && isColumn([words[start - 1] ?? ''])
    const isApart = isThing && words.slice(end).some((word) => isColumn([word]))
    if (!isBefore && !isAfter && !isApart) continue
    const [first, last] = [tokens[isAfter ? start : articleBefore(words, at)], tokens[end - 1]]
    if (first === undefined || last === undefined) continue
    return `${question.slice(0, first.index).trimEnd()} ${question.slice(last.index + last[0].length).trimStart()}`.trim()
  }
  return question
}

/** Where "of the" before a key begins. */
function startOfWay(words: readonly string[], at: number): number {
  const article = articleBefore(words, at)
  return /^(of|from|for)$/.test(words[article - 1] ?? '') ? article - 1 : at
}

function articleBefore(words: readonly string[], at: number): number {
  return /^(the|a|an|their|its)$/.test(words[at - 1] ?? '') ? at - 1 : at
}
