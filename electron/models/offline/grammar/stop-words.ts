/** Words that carry no meaning for a question over a table. A word that is nowhere in the grammar stops the answer. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those is are was were be been being has have had do does did
   i me my we us our you your it its they their there here please can could would will shall how
   what which who whose whom give tell show list find get calculate compute work out see want know like need
   of to at as all any some s value values column columns table tables data file files dataset
   made make came come comes sold sell selling bought buy happened look looks much many find display overall
   together altogether same just about also both then than them occur occurs appear appears
   whats what's what’s who's who’s where's where’s there's there’s it's it’s let's let’s i'd i’d i'm i’m i've i’ve
   got gets kindly yet already altogether something`.split(/\s+/),
)

/**
 * Words that say only that something was so: passed over where they name no column and are no value, and never before
 * either was looked for. None that some rows may be and others not: "registered", "won" and "lived" are conditions.
 */
export const weakWords: ReadonlySet<string> = new Set(
  `recorded reported noted measured observed counted seen involved involve involving worked works live lives living listed based located situated
   trading brings bring brought caused cause causes happen happens happening exist exists concerned`.split(/\s+/),
)

/**
 * Words of grammar that are a value only where they are written like one: "show up" is not the film *Up*, and `not` and
 * `more` are no names. In lower case.
 */
export const lightWords: ReadonlySet<string> = new Set(
  `up down out off over away back again ever never still even only just too yet so it he she him her his hers us them
   they one ones more less most least other others else everything nothing anything something everyone everybody anyone
   anybody someone somebody nobody none looking go going gone on in at by for with no not if now then here there
   once twice off along around through`.split(/\s+/),
)

/** Passed over right before a rank: "who won the most". */
export const weakBeforeRank: ReadonlySet<string> = new Set(`won win wins earned scored collected received`.split(/\s+/))

/** What is won is not only played: "who won the most games". */
export const contests: ReadonlySet<string> = new Set('game match race fixture round bout fight set leg tie'.split(' '))

/** Say in which order, which a grouped answer has anyway, or that all is taken as one. */
export const orderPhrases: ReadonlySet<string> = new Set([
  ...['worst', 'highest', 'largest', 'biggest', 'most', 'best', 'greatest'].map((word) => `${word} first`),
  ...['month', 'year', 'week', 'day', 'quarter', 'row', 'group'].flatMap((unit) =>
    ['together', 'combined', 'taken together', 'in total'].map((way) => `all ${unit}s ${way}`),
  ),
  'all together',
  'all in all',
  'all told',
  'by the way',
  'way of',
  'ways of',
  'in there',
  'please tell me',
  'if any',
  'at all',
  'so far',
  'to date',
  'as a whole',
])

/** Point to what is asked about, whatever it is. */
export const placePhrases: ReadonlySet<string> = new Set(
  ['table', 'file', 'data', 'dataset', 'data set', 'sheet']
    .flatMap((place) => [`in this ${place}`, `in the ${place}`, `of this ${place}`])
    .concat('over all', 'over all the', 'across all', 'across all the', "i'm after", 'i’m after', 'i am after'),
)
