/** Numbers in words. "one" is none of them: "which one" asks for no number. */
export const numberWords: Readonly<Record<string, number>> = {
  zero: 0,
  ...numbered('two three four five six seven eight nine ten eleven twelve', 2, 1),
  ...numbered('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13, 1),
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
}

/** After these "one" is a number: "at least one", "more than one". */
export const wordsBeforeOne: ReadonlySet<string> = new Set('least most than exactly over under above below'.split(' '))

/** Words a number is multiplied by, as words of their own or right behind it ("5k"). */
export const scaleWords: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  m: 1_000_000,
  mn: 1_000_000,
  billion: 1_000_000_000,
  billions: 1_000_000_000,
  bn: 1_000_000_000,
}

/** Scales that are said as a word of their own; "5 m" may be metres. */
export const spokenScales: ReadonlySet<string> = new Set([
  'dozen',
  'hundred',
  'thousand',
  'million',
  'millions',
  'billion',
  'billions',
])

export const ordinalWords: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 }

/** How many sentences a number word asks for. */
export const sentenceCounts: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
}

function numbered(words: string, first: number, step: number): Readonly<Record<string, number>> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, first + index * step]))
}
