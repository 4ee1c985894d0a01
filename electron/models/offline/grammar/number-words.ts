/** Numbers in words. "one" is none of them: "which one" asks for no number. */
export const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 2]),
)

/** Words a number is multiplied by, as words of their own or right behind it ("5k"). */
export const scaleWords: Readonly<Record<string, number>> = {
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
  'hundred',
  'thousand',
  'million',
  'millions',
  'billion',
  'billions',
])

export const ordinalWords: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 }
