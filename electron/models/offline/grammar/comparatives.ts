import { commonWords, rankWords } from './ranks.ts'

const irregularComparatives: Readonly<Record<string, string>> = {
  most: 'more',
  least: 'less',
  fewest: 'fewer',
  best: 'better',
  worst: 'worse',
  furthest: 'further',
  farthest: 'farther',
}

/** What compares two things, with what ranks them: "heavier" is "heaviest", "more expensive" is "most expensive". */
export const comparatives: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.keys(rankWords), ...Object.keys(commonWords)].flatMap((superlative) => {
    const comparative = comparativeOf(superlative)
    return comparative === null ? [] : [[comparative, superlative]]
  }),
)

/** Stand before what a comparison is about, and say nothing of it. */
export const comparingVerbs: ReadonlySet<string> = new Set(
  `is are was were be been do does did has have had got get gets can could will would there`.split(/\s+/),
)

/** Of many they say how it is with each: "males weigh more than females", and not all of them together. */
export const verbsOfEach: ReadonlySet<string> = new Set(
  'weigh weighs weighed weighing last lasts lasted measure measures'.split(' '),
)

/** Verbs in two words, of which the second is no preposition: "did suites bring in more". */
export const verbParticles: ReadonlySet<string> = new Set('in up out off down'.split(' '))

/** May part what is compared from what the comparison is in. */
export const comparingPlaces: readonly string[] = 'in on at from for during with by among under'.split(' ')

function comparativeOf(superlative: string): string | null {
  const [first = '', ...rest] = superlative.split(' ')
  const irregular = Object.hasOwn(irregularComparatives, first) ? irregularComparatives[first] : undefined
  const regular = /^(?!mod)\p{L}{2,}est$/u.test(first) ? first.replace(/est$/, 'er') : undefined
  const comparative = irregular ?? regular
  return comparative === undefined ? null : [comparative, ...rest].join(' ')
}
