/**
 * How the place of a word nobody knows tells that it may decide what is counted or computed. Only where nothing here says
 * so is it passed over, and told: "how many members *sing* tenor", "the most popular shoes among our *runners*".
 */

/** Right before it: what comes next is asked for, ranked, left out or said of the rows. */
export const bindingLeads: ReadonlySet<string> = new Set(
  `how what which who whose that whom most least more less fewer fewest very too so as not no non only just never ever even
   is are was were be been being am has have had get gets got getting become becomes became seem seems stay stays stayed
   remain remains went goes go gone already their its his her your`.split(/\s+/),
)

/** Right before it, or before its article: it tells which rows, or what to split by. */
export const bindingPrepositions: ReadonlySet<string> = new Set(
  `in on at by per from to into onto for with without of off about among amongst across between within outside inside under
   over above below behind near during since until till after before as against versus vs each every like via through
   towards toward except besides beyond despite`.split(/\s+/),
)

/** Whose: all that the table holds is theirs. */
export const owners: ReadonlySet<string> = new Set(['our', 'my', 'this'])

/** All there is of something: "over the *whole map*". */
export const wholes: ReadonlySet<string> = new Set(['whole', 'entire'])

/** Right before a verb: "we *play* black". */
export const subjects: ReadonlySet<string> = new Set('i we you they he she'.split(' '))

/** Go with a verb, and say nothing without it: "how many *did* we uncork". */
export const auxiliaries: ReadonlySet<string> = new Set(['do', 'does', 'did'])

/** Before a measure they tell which of it counts: "weekend sales", "night rate". In the form of `normalWord`. */
export const times: ReadonlySet<string> = new Set(
  `weekend night day morning noon afternoon evening summer winter autumn fall spring season holiday term peak rush lunch
   dinner breakfast`.split(/\s+/),
)

/** On either side of it: it stands beside something that counts. */
export const bindingJoints: ReadonlySet<string> = new Set('and or nor but & /'.split(' '))

/** Nouns that say nothing behind another: "alcohol content", "ticket numbers", "one figure for each". */
export const emptyNouns: ReadonlySet<string> = new Set(
  `content contents figure figures number numbers level levels reading readings breakdown overview statistic statistics stats
   info information detail details wise part worth`.split(/\s+/),
)

/** What is not so, or no more so, of what it is said of. In the form of `stemOf`. */
export const opposingVerbs: ReadonlySet<string> = new Set(
  `avoid skip lack miss refus reject fail cancel quit leav drop los declin ignor hat dislik forget stop end return omit
   exclud need want wait ow complain win won beat defeat lost draw drew`.split(/\s+/),
)

/** States and kinds that some rows are in and others not, where no ending tells that a word is one. */
export const stateAdjectives: ReadonlySet<string> = new Set(
  `due overdue free empty vacant open shut late early alive dead ill sick new old left right away home abroad online offline
   alone short full half idle ripe raw net gross real main sole own spare extra blank void stale fresh dry wet
   cheap dear large small big tall long young good bad worse worst better best broken lost stolen sold gone sunk torn`.split(
    /\s+/,
  ),
)

/** Say only that it is so until now, or that nothing else is meant. */
export const emptyAdverbs: ReadonlySet<string> = new Set('still alone so actually really currently'.split(' '))

/** Endings of participles, superlatives, comparatives and adjectives. */
export const adjectiveEnding = /...(?:ed|est|er|ing|able|ible|ive|ful|less|ous|ant|al|ic|ish|ary|ly)$/

/** Opposites, unless they are nouns: unemployment. */
export const oppositeBeginning = /^(un|non)(?!.*(?:ment|ion|it|ity|ness|ance|ence|form|age|y)$)/
