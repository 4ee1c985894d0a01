/** A word in the form in which two words are compared: lower case, without accents, singular. */
export function normalWord(word: string): string {
  const plain = /^[a-z0-9]+$/.test(word) ? word : word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return singular(plain.replace(/['’]s?$/u, ''))
}

/** The words of a name: `unitPrice_EUR` has unit, price and eur. */
export function wordsOfName(name: string): string[] {
  const split = name.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
  return (split.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(normalWord)
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}
