import { irregularPlurals } from './grammar/irregular-plurals.ts'

/** A word in the form in which two words are compared: lower case, without accents, singular. */
export const normalWord = remembering((word) => {
  // "SKUs" are many of one.
  if (/^\p{Lu}{2,}s$/u.test(word)) return word.slice(0, -1).toLowerCase()
  const plain = /^[a-z0-9]+$/.test(word) ? word : withoutAccents(word).toLowerCase()
  return singular(plain.replace(/['’]s?$/u, ''))
})

/** The words of a name: `unitPrice_EUR` has unit, price and eur; `IMDBRating` has imdb and rating. */
export const wordsOfName = remembering((name): readonly string[] => {
  const split = withPlainUnits(name)
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
  return (split.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(normalWord)
})

/** Units that are written with a capital inside, in small letters: `kWh` is one word. */
export function withPlainUnits(text: string): string {
  return text.replaceAll(/(?<![A-Za-z])(?:[kMGT]?Wh|[kMG]W|[kMG]Hz|[hk]Pa|pH|mAh)(?![a-z])/g, (unit) =>
    unit.toLowerCase(),
  )
}

/** What is left of a word without its ending, for words of one family: sun and sunny, rain and raining. Rough. */
export const stemOf = remembering((word) => {
  const normal = normalWord(word)
  const bare = normal.replace(/(?<=\p{L}{3})(ing|ion|ed|er|or|ly|y)$/u, '')
  if (bare === normal) return normal.replace(/(?<=\p{L}{3})e$/u, '')
  return bare.replace(/([^aeiouls])\1$/u, '$1')
})

/** "directed" and director, "rated" and rating. */
export function isSameFamily(a: string, b: string): boolean {
  if (stemOf(a).length < shortestStem) return false
  return stemOf(a) === stemOf(b) || isNounOf(a, b) || isNounOf(b, a)
}

/** "renewed" and renewals, "spoiled" and spoilage, "shipped" and shipment, "deferred" and deferral. */
function isNounOf(verb: string, noun: string): boolean {
  const stem = stemOf(verb)
  if (stem.length <= shortestStem || verb === stem) return false
  return endings.some((ending) => noun === `${stem}${ending}` || noun === `${stem}${stem.at(-1)}${ending}`)
}

const shortestStem = 3
const endings = ['al', 'age', 'ment', 'ance', 'ence', 'ation']

export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

const mostRemembered = 5000
/** Longer is no word, and may be a whole question. */
const longestRemembered = 100

/** The words of a question and of its tables are asked for thousands of times on the way to one answer. */
function remembering<Result>(compute: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>()
  return (word) => {
    const remembered = known.get(word)
    if (remembered !== undefined) return remembered
    const result = compute(word)
    if (known.size >= mostRemembered) known.clear()
    if (word.length <= longestRemembered) known.set(word, result)
    return result
  }
}

/** The same for one and many, and not always a word: "movies" and "movie" are both compared as "movy". */
function singular(word: string): string {
  if (Object.hasOwn(irregularPlurals, word)) return irregularPlurals[word] ?? word
  if (/[^aeiou]ies?$/.test(word) && word.length > 4) return word.replace(/ies?$/, 'y')
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
