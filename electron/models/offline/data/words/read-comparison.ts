import { comparatives, comparingPlaces, comparingVerbs, verbParticles } from '../../grammar/comparatives.ts'
import { numberWords } from '../../grammar/number-words.ts'
import { own } from './grammar-entries.ts'
import { nameChoice } from './name-choice.ts'
import { carryingForms } from './verbs-of-question.ts'

/** `by` is the figure, `place` the preposition before both, `tail` what else is said. */
export type Compared = {
  readonly place: string | null
  readonly first: string
  readonly second: string
  readonly by: string
  readonly tail: string
}

/** What a question compares of which two things: by "more … than", "A or B: which …" or "side by side"; else null. */
export function readComparison(text: string): Compared | null {
  const said = readChoice(text) ?? readPlaces(text) ?? readEither(text) ?? readThan(text) ?? readSides(text)
  return said === null ? null : withoutAverage(said)
}

const words = Object.keys(comparatives)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const places = comparingPlaces.join('|')
const helper = '(?:is|are|was|were|do|does|did|has|have|had|will|would|can)'

/** "who saw more patients, Ann or Bob", "Ann or Bob: who saw more patients" */
function readChoice(text: string): Compared | null {
  const choice = nameChoice(text)
  const said = choice === null ? null : splitAt(choice.head)
  if (choice === null || said === null) return null
  const { lead, first, second } = choice
  const verbs = said.left.split(' ').filter(Boolean)
  // "which crew picked more": what is compared says that it is a crew.
  const isNamed = lead.toLowerCase() !== 'who' && verbs.length > 1 && !carryingForms.has(verbs[0] ?? '')
  const carried = isNamed ? verbs.slice(1) : verbs
  const by = [said.superlative, said.right, withoutHelpers(carried)].filter(Boolean).join(' ')
  return withFigure({ place: null, first, second, by, tail: '' })
}

/** "what is higher, the average rent in Rome or in Oslo": the figure stands before the place of the first. */
function withFigure(said: Compared): Compared {
  const [, figure, place, first] =
    new RegExp(`^((?:average|mean|median|total|number of|price|cost) .*?|\\p{L}+) (${places}|of) (.+)$`, 'iu').exec(
      said.first,
    ) ?? []
  const second = said.second.replace(new RegExp(`^${place ?? 'in'} `, 'i'), '')
  const isSplit = figure !== undefined && first !== undefined && (place !== 'of' || second !== said.second)
  if (!isSplit || second.includes(` ${place} `)) return said
  return { ...said, place: place === 'of' ? null : (place ?? null), first, second, by: `${said.by} ${figure}` }
}

/** "is the average fee higher in Rome or Oslo", "were there more strikes in May or June" */
function readPlaces(text: string): Compared | null {
  const [, left = '', comparative = '', rest = '', place = '', first = '', second = ''] =
    new RegExp(`^${helper} (.+?) (${words})\\b(?! than)(.*?) (${places}) (.+?) or (?:\\4 )?(.+)$`, 'i').exec(text) ?? []
  if (second === '' || / or /.test(left)) return null
  return { place, first, second, by: figureOf(comparative, left, rest), tail: '' }
}

/** "did China or Japan send more athletes", "are there more plums or pears in May" */
function readEither(text: string): Compared | null {
  const [, one, other] =
    new RegExp(`^(?:is|are|was|were) there (?:more|fewer) (.+?) or (?:more |fewer )?(.+)$`, 'i').exec(text) ?? []
  if (one !== undefined && other !== undefined) {
    const { second, tail } = withoutTail(other, one)
    return { place: null, first: one, second, by: 'how many', tail }
  }
  const [, help = '', first = '', left = '', comparative = '', rest = ''] =
    new RegExp(`^(${helper}) (.+?) or (.+?) (?:the )?(${words})\\b(?! than)(.*)$`, 'i').exec(text) ?? []
  if (left === '') return null
  const { thing, verb } = withoutVerb(left, help)
  return { place: null, first, second: thing, by: figureOf(comparative, verb, rest), tail: '' }
}

/** "did 2015 have more sunny days than 2012", "are there more rainy days in May than in June" */
function readThan(text: string): Compared | null {
  const [, help = '', left = '', comparative = '', rest = '', right = ''] =
    new RegExp(`^(${helper}) (.+?) (?:the )?(${words})\\b(?: (.+?))? than (.+)$`, 'i').exec(text) ?? []
  const isOfKinds = article.test(left) && article.test(right)
  if (right === '' || (!isOfKinds && isFigure(right, `${left} ${rest}`))) return null
  const said = { left, comparative, rest, right }
  return inSamePlace(said) ?? asThings({ help, ...said })
}

/** "does a premium diamond cost more than a good one" */
const article = /^(an?|the average|the typical) /i

type Than = Readonly<Record<'left' | 'comparative' | 'rest' | 'right', string>>

/** "… in 2023 than in 2022": what stands in the same place before "than" is compared with it. */
function inSamePlace({ left, comparative, rest, right }: Than): Compared | null {
  const [, place, said = ''] = new RegExp(`^(${places}) (.+)$`, 'i').exec(right) ?? []
  const inRest = new RegExp(`^(.*)(?:^| )(?:${place ?? 'in'}) (.+)$`, 'i').exec(rest)
  const inLeft = new RegExp(`^(.*) (?:${place ?? 'in'}) (.+)$`, 'i').exec(left)
  const { second, tail } = withoutTail(said, '')
  if (place === undefined) return null
  if (inRest !== null)
    return { place, first: inRest[2] ?? '', second, by: figureOf(comparative, left, inRest[1] ?? ''), tail }
  if (inLeft === null) return null
  return { place, first: inLeft[2] ?? '', second, by: figureOf(comparative, inLeft[1] ?? '', rest), tail }
}

/** "do males weigh more than females on average", "are there more Adelies than Gentoos" */
function asThings({ help, left, comparative, rest, right }: Than & { readonly help: string }): Compared | null {
  if (left.toLowerCase() === 'there') {
    const { second, tail } = withoutTail(right, rest)
    return { place: null, first: rest, second, by: 'how many', tail }
  }
  const { thing, verb } = withoutVerb(left, help)
  const { second, tail } = withoutTail(right, thing)
  const [, figure, place, first] = new RegExp(`^((?:the |its |our )?.+) (${places}|of) (.+)$`, 'i').exec(thing) ?? []
  // "is the average price of wheat higher than barley"
  if (figure !== undefined && first !== undefined && !second.includes(` ${place} `))
    return {
      place: place === 'of' ? null : (place ?? null),
      first,
      second,
      by: figureOf(comparative, figure, rest),
      tail,
    }
  return { place: null, first: thing, second, by: figureOf(comparative, verb, rest), tail }
}

/** "set A and B side by side: total weight", "how do A and B compare by price" */
function readSides(text: string): Compared | null {
  const [, first, second, by] = sides.map((each) => each.exec(text)).find((match) => match !== null) ?? []
  if (first === undefined || second === undefined || by === undefined) return null
  return { place: null, first, second, by: by.replace(/^by /i, '').replace(/,? (?:for )?each$/i, ''), tail: '' }
}

const sides: readonly RegExp[] = [
  /^(?:set|put|show|place|look at) (.+?) and (.+?) (?:side by side|next to each other|beside each other|against each other)[\s,:;–-]+(.+)$/i,
  /^how (?:do|does|did) (.+?) and (.+?) compare(?: to each other| with each other)?(?: in terms of| by| in| on| for|:|,|\?)\s*(.+)$/i,
  /^how (?:do|does|did) (.+?) compare (?:to|with|against) (.+?) (?:in terms of|by|in|on|for) (.+)$/i,
  /^how(?:['’]s| is| are| was| were| did| does| do) (.+?) (?:doing |do |performing |comparing |compare |faring |fare )?(?:against|versus|vs\.?|compared (?:to|with)) (.+?)[?.:,–-]\s*(.+)$/i,
]

/** What stands before a comparative, its superlative, and what stands behind; null where there is none. */
function splitAt(head: string) {
  const [, left = '', comparative, right = ''] =
    new RegExp(`^ ?(.*?)(?:^| )(?:the |a |an )?(${words})\\b(?! than) ?(.*)$`, 'i').exec(head) ?? []
  return comparative === undefined ? null : { left, superlative: superlativeOf(comparative), right }
}

function superlativeOf(comparative: string): string {
  return own(comparatives, comparative.toLowerCase()) ?? comparative
}

function figureOf(comparative: string, verb: string, rest: string): string {
  return [superlativeOf(comparative), withoutHelpers(verb.split(' ')), rest.trim()].filter(Boolean).join(' ')
}

function withoutHelpers(said: readonly string[]): string {
  const isLight = (word = '') => comparingVerbs.has(word.toLowerCase()) || carryingForms.has(word.toLowerCase())
  // "brings in" says no more than "brings".
  return said.filter((word, at) => !isLight(word) && !(verbParticles.has(word) && isLight(said[at - 1]))).join(' ')
}

/** "males weigh": after "do" the last word is the verb, with its particle. */
function withoutVerb(left: string, help: string): { readonly thing: string; readonly verb: string } {
  const said = left.split(' ')
  const hasVerb = /^(do|does|did|will|would|can)$/i.test(help) && said.length > 1
  const count = !hasVerb ? 0 : said.length > 2 && verbParticles.has(said.at(-1) ?? '') ? 2 : 1
  return { thing: said.slice(0, said.length - count).join(' '), verb: said.slice(said.length - count).join(' ') }
}

/** "females on average": what follows the second thing, unless the first has a place of the same kind. */
function withoutTail(said: string, first: string): { readonly second: string; readonly tail: string } {
  const [, second, tail, place] =
    new RegExp(
      `^(.+?)((?:,| on average| overall| altogether| in total| in all| \\p{L}+ing (?:as|in|for|at)\\b| (${places}|since|when|where) ).*)$`,
      'iu',
    ).exec(said) ?? []
  const isParallel = place !== undefined && first.includes(` ${place} `)
  if (second === undefined || tail === undefined || isParallel) return { second: said, tail: '' }
  // "women working as teachers" are teachers.
  return { second, tail: tail.trim().replace(/^(?:working|living|playing|competing|studying|staying) /i, '') }
}

/** "more than 5 rooms", "higher than average": it compares with a figure. Years may be compared with each other. */
function isFigure(right: string, before: string): boolean {
  const [first = ''] = right.toLowerCase().split(' ')
  const isYear = /^(1[5-9]|20|21)\d\d$/.test(first)
  if (isYear) return !/\b(1[5-9]|20|21)\d\d\b/.test(before)
  if (/^[\d$€£.-]/.test(first) || own(numberWords, first) !== undefined) return true
  return /^((one|once|twice|half|zero|an?|expected|usual|normal|ever|before|average)\b|(the|its|their|our) (average|mean|median|rest|others?|usual|previous|last|year before)\b(?! \p{L}))/iu.test(
    right,
  )
}

/** "the average Gentoo" is what Gentoos are on average. */
function withoutAverage(said: Compared): Compared {
  const bare = (thing: string) =>
    thing.replace(/^(?:the|an?) (?:average|typical|mean) /i, '').replace(/^(?:those|the ones|the|an?) | ones?$/gi, '')
  const isAverage = [said.first, said.second].some((thing) => /^(?:the|an?) (?:average|typical|mean) /i.test(thing))
  const by = isAverage ? `average ${said.by}` : said.by
  return { ...said, by, first: bare(said.first), second: bare(said.second) }
}
