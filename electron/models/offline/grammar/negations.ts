/** What follows is left out. */
export const negationWords: ReadonlySet<string> = new Set([
  'not',
  'never',
  'not yet',
  ...contracted('is are was were do does did has have had'),
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
  'everything but',
  'everything except',
  'everything except for',
  'everyone but',
  'everyone except',
  'anything but',
  'all but',
  'all except',
  'all except for',
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
export const missingWords: ReadonlySet<string> = new Set(['missing', 'empty', 'blank', 'null', 'unknown', 'absent'])

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

/** Values of a column of yes and no. */
export const truthWords: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

/** "isn't", with and without its mark: "isn’t", "isnt". */
function contracted(verbs: string): readonly string[] {
  return verbs.split(' ').flatMap((verb) => [`${verb}n't`, `${verb}n’t`, `${verb}nt`])
}
