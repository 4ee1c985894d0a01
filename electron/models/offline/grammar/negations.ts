/** What follows is left out. */
export const negationWords: ReadonlySet<string> = new Set([
  'not',
  'never',
  'not yet',
  ...contracted('is are was were do does did has have had'),
  ...['not', 'without', 'never'].flatMap((word) => ['counting', 'including'].map((verb) => `${word} ${verb}`)),
  ...['anything', 'everything', 'anyone', 'everyone', 'somewhere', 'anywhere', 'something', 'someone', 'all'].flatMap(
    (word) => [`${word} other than`, `${word} but`, `${word} except`, `${word} except for`, `${word} not`],
  ),
  'with the exception of',
  'save for',
  'barring',
  'disregarding',
  'disregard',
  'omitting',
  'omit',
  'discounting',
  'except',
  'except for',
  'excepting',
  'excluding',
  'exclude',
  'excludes',
  'leave out',
  'leaving out',
  'left out',
  'ignore',
  'ignoring',
  'skip',
  'skipping',
  'other than',
  'apart from',
  'aside from',
  'besides',
  'but not',
  'and not',
  'outside',
  'outside of',
  'neither',
])

/** Before a column they ask for rows without it, before a value they leave it out. */
export const withoutWords: ReadonlySet<string> = new Set([
  'without',
  'without a',
  'without an',
  'without any',
  'no',
  'lacking',
  'lack',
  'lacks',
  'lacked',
  'lack a',
  'lack an',
  'lacks a',
  'lacks an',
  'lacking a',
  'lacking an',
  'have no',
  'has no',
  'had no',
  'with no',
  'having no',
  'got no',
])

/** A value that is not there. */
export const missingWords: ReadonlySet<string> = new Set([
  'missing',
  'empty',
  'blank',
  'null',
  'unknown',
  'absent',
  'unrecorded',
  'unspecified',
  'unstated',
  'left blank',
  'left empty',
])

/** A value that is there. */
export const presentWords: ReadonlySet<string> = new Set([
  'present',
  'known',
  'filled',
  'filled in',
  'not missing',
  'is given',
  'are given',
  'was given',
  'were given',
  'available',
])

/** Followed by a column and nothing to compare it with, they ask that there is a value. */
export const havingWords: ReadonlySet<string> = new Set([
  'with a',
  'with an',
  'with any',
  'got a',
  'got an',
  'have a',
  'have an',
  'have any',
  'has a',
  'has an',
  'having a',
  'having an',
  'had a',
  'had an',
])

/** At the end of rows they ask that there is some of what is computed: "the average discount of orders **that had one**". */
export const hadSomeWords: ReadonlySet<string> = new Set(
  ['that', 'which', 'who', 'where', 'when'].flatMap((lead) =>
    ['had', 'have', 'has', 'got', 'gave', 'give', 'left', 'there was', 'there were', 'there is'].flatMap((verb) =>
      ['one', 'some', 'any', 'something'].map((what) => `${lead} ${verb} ${what}`),
    ),
  ),
)

/** Values of a column of yes and no. */
export const truthWords: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

/** "isn't", with and without its mark: "isn’t", "isnt". */
function contracted(verbs: string): readonly string[] {
  return verbs.split(' ').flatMap((verb) => [`${verb}n't`, `${verb}n’t`, `${verb}nt`])
}
