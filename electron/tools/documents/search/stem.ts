/**
 * The stem two forms of an English word share: `returned`, `returns` and `returning` have `return`. The steps of Porter's
 * algorithm ("An algorithm for suffix stripping", 1980). A word of another script or with digits stays as it is.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let stemmed = pastAndGerund(plural(word))
  if (/[^s]y$/.test(stemmed) && hasVowel(stemmed.slice(0, -1))) stemmed = `${stemmed.slice(0, -1)}i`
  for (const [suffixes, least] of suffixSteps) stemmed = replaceSuffix(stemmed, suffixes, least)
  return withoutFinalE(stemmed)
}

function plural(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const base = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null
  if (base === null || !hasVowel(base)) return word
  if (/(at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeioulsz])\1$/.test(base)) return base.slice(0, -1)
  return measure(base) === 1 && endsShort(base) ? `${base}e` : base
}

/** Endings and what stands for them, longest first, with the measure the rest must exceed. */
const suffixSteps: readonly (readonly [suffixes: Readonly<Record<string, string>>, least: number])[] = [
  [
    {
      ational: 'ate',
      ization: 'ize',
      iveness: 'ive',
      fulness: 'ful',
      ousness: 'ous',
      tional: 'tion',
      biliti: 'ble',
      entli: 'ent',
      ousli: 'ous',
      ation: 'ate',
      alism: 'al',
      aliti: 'al',
      iviti: 'ive',
      enci: 'ence',
      anci: 'ance',
      izer: 'ize',
      abli: 'able',
      alli: 'al',
      ator: 'ate',
      eli: 'e',
    },
    0,
  ],
  [{ icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ness: '', ful: '' }, 0],
  [
    Object.fromEntries(
      'ement ance ence able ible ment sion tion ant ent ism ate iti ous ive ize al er ic ou'
        .split(' ')
        .map((suffix) => [suffix, /[st]ion/.test(suffix) ? suffix.slice(0, 1) : '']),
    ),
    1,
  ],
]

function replaceSuffix(word: string, suffixes: Readonly<Record<string, string>>, least: number): string {
  const suffix = Object.keys(suffixes).find((each) => word.endsWith(each))
  if (suffix === undefined) return word
  const replaced = word.slice(0, word.length - suffix.length) + (suffixes[suffix] ?? '')
  return measure(word.slice(0, word.length - suffix.length)) > least ? replaced : word
}

function withoutFinalE(word: string): string {
  const base = word.slice(0, -1)
  if (word.endsWith('e') && (measure(base) > 1 || (measure(base) === 1 && !endsShort(base)))) return base
  return word.endsWith('ll') && measure(word) > 1 ? base : word
}

/** How often a vowel is followed by a consonant: Porter's m. */
function measure(word: string): number {
  return shape(word).match(/V+C+/g)?.length ?? 0
}

function hasVowel(word: string): boolean {
  return shape(word).includes('V')
}

/** Consonant, vowel, consonant, the last no w, x or y: as in "hop". */
function endsShort(word: string): boolean {
  return shape(word).endsWith('CVC') && !/[wxy]$/.test(word)
}

/** Its letters as `V` and `C`; a `y` after a consonant is a vowel. */
function shape(word: string): string {
  return word
    .replaceAll(/[aeiou]/g, 'V')
    .replaceAll(/(^|V)y/g, '$1C')
    .replaceAll(/[b-df-hj-np-tv-xz]/g, 'C')
    .replaceAll('y', 'V')
}
