/**
 * Verbs that carry a sentence and restrict nothing: what they say of is so for every row. None that some rows may be and
 * others not: a booking may be cancelled, an order returned, a passenger rescued. Those of one kind of row stand beside
 * its nouns, in `rows-by-columns.ts`.
 */
export const carryingVerbs: readonly string[] = `
appear arise become belong bring carry cause collect come concern consist constitute contain contribute cover
derive describe display do drive enter enumerate exist experience express find follow gather generate
get give go happen have help use fill stay reach raise support name serve need look offer serve hold include indicate involve keep know lie look make measure mean mention
 notice observe occur originate own perform possess present produce provide put reach receive record ride
refer represent run see show sing sit stand take tell tally wear write
`
  .trim()
  .split(/\s+/)

/** Verbs in two words, and what else only says that something was so. */
export const carryingPhrases: readonly string[] = `
show up, shows up, showed up, shown up, turn up, turns up, turned up, come up, comes up, came up, pop up, pops up,
take place, takes place, took place, taken place, taking place, go on, goes on, went on, add up to, amount to, amounts to,
make up, makes up, made up, carry out, carried out, end up, ends up, ended up, to be found, go out, went out, come in,
comes in, came in, sign up, signed up, are left, is left, were left, left over, hand out, handed out, give out, gave out, given out
`
  .trim()
  .split(/,\s+/)

/** Forms that no rule makes, a line each: base, third person, past, participles. */
export const irregularVerbs: readonly (readonly string[])[] = `
be is are was were been being
become becomes became becoming
bring brings brought bringing
burn burns burned burnt burning
buy buys bought buying
come comes came coming
do does did done doing
drive drives drove driven driving
eat eats ate eaten eating
find finds found finding
fly flies flew flown flying
get gets got gotten getting
give gives gave given giving
go goes went gone going
have has had having
hold holds held holding
keep keeps kept keeping
know knows knew known knowing
lend lends lent lending
lie lies lay lain lying
lose loses lost losing
make makes made making
mean means meant meaning
pay pays paid paying
put puts putting
ride rides rode ridden riding
run runs ran running
see sees saw seen seeing
sell sells sold selling
send sends sent sending
set sets setting
show shows showed shown showing
sit sits sat sitting
spend spends spent spending
stand stands stood standing
take takes took taken taking
teach teaches taught teaching
tell tells told telling
wear wears wore worn wearing
win wins won winning
write writes wrote written writing
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** How most participles end, with or without a rule: "planted", "built", "born". */
export const participleEnding = /(?:ed|[^aeiou]t|n)$/i

/** Right before a verb's past or participle they make it the sentence's own: "was borrowed", "who came". */
export const verbLeads: ReadonlySet<string> = new Set(
  `was were is are be been being got get gets has have had who that which ever also already actually usually
   first last most`.split(/\s+/),
)

/** Right before a word they make it a noun: "does each state have". */
export const nounLeads: ReadonlySet<string> = new Set(
  `a an the this these those my our your their its his her each every per by of in for from with and or which what any
   some all no many much more most least fewest average mean total median highest lowest different distinct unique
   number`.split(/\s+/),
)

/** Somewhere before a verb's base form: "how many games did Arsenal play". */
export const verbHelpers: ReadonlySet<string> = new Set('do does did can could'.split(' '))
