import { moneyNouns } from './row-nouns.ts'

/** Nouns that are worth something: "the largest donation" is the one with the highest amount. In the form of `normalWord`. */
export const worthNouns: ReadonlySet<string> = new Set([
  ...moneyNouns,
  ...'fee deal withdrawal booking trade salary wage bonus cost price spend earner earning debit credit claim grant loan'.split(
    ' ',
  ),
])

/** Of people and sums of money what is biggest is what comes to most. */
export const worthRanks: ReadonlySet<string> = new Set(
  'biggest largest highest greatest smallest lowest top best worst maximum'.split(' '),
)

/** Said for a figure whose own column is named behind it: "most **money** worldwide". */
export const anyMoney: ReadonlySet<string> = new Set(['money'])
