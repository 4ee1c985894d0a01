/** What follows is left out. */
export const negationWords: ReadonlySet<string> = new Set([
  'not',
  "isn't",
  'isnt',
  'isn’t',
  "aren't",
  'aren’t',
  "wasn't",
  "weren't",
  "doesn't",
  'doesn’t',
  "don't",
  'don’t',
  'except',
  'except for',
  'excluding',
  'exclude',
  'other than',
  'apart from',
  'besides',
  'but not',
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
  'given',
  'available',
])

/** Followed by a column and nothing to compare it with, they ask that there is a value. */
export const havingWords: ReadonlySet<string> = new Set([
  'with a',
  'with an',
  'with any',
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
