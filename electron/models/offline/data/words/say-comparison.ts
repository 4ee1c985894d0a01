import { comparatives } from '../../grammar/comparatives.ts'
import { own } from './grammar-entries.ts'
import { readComparison, type Compared } from './read-comparison.ts'
import { readDifference } from './read-difference.ts'
import { sayChange } from './say-change.ts'

/**
 * A question that compares two things, in words of the grammar: "who saw more patients, Ann or Bob" compares Ann and Bob
 * by most patients, "how much heavier is A than B" asks for the change from B to A. Any other stays as it is.
 */
export function sayComparison(asked: string): string {
  const question = asked.replace(andHowMany, '$1 versus $2')
  const { text, wantsDifference } = withoutByHowMuch(asQuestion(question.replace(/[\s?!.]+$/, '')))
  const difference = readDifference(text)
  if (difference !== null) return inGrammar('difference', difference)
  const statement = asStatement(text)
  const compared = readComparison(statement ?? text)
  if (compared !== null) return inGrammar(wantsDifference || statement !== null ? 'change' : null, compared)
  return sayChange(text) ?? sayMost(sayOver(withoutWhichIsMore(question)))
}

/** "a higher weight than average", "with a lower fee than 50": what is compared comes first. */
function sayOver(question: string): string {
  return question.replace(higherThan, (_, comparative: string, column: string, figure: string) => {
    const isLess = ['lowest', 'fewest', 'least', 'smallest', 'shortest', 'worst'].includes(superlative(comparative))
    return `${column} ${isLess ? 'below' : 'above'} ${figure}`
  })
}

function superlative(comparative: string): string {
  return own(comparatives, comparative.toLowerCase()) ?? comparative
}

/** "is it true that women earn more than men", "more men than women?": said as a question. */
function asQuestion(text: string): string {
  const said = text.replace(whetherLead, '')
  if (said !== text && / than /i.test(said) && !/^(?:is|are|was|were|do|does|did|has|have|had|there)\b/i.test(said))
    return `do ${said}`
  return said
    .replace(/^there (are|is|were|was) /i, '$1 there ')
    .replace(/^(were|was|are|is) (?=(?:more|fewer) (?!than\b))/i, '$1 there ')
    .replace(/^(?=(?:more|fewer) .+ than )/i, 'are there ')
}

/** "how many work full-time and how many part-time": one number each. */
const andHowMany =
  /^(how many \S+ \S+.*?),? (?:and|but) how many (?:of them )?((?:(?:are|is|were|was|did|do|had|have|by|in|on|at|through|via|from|for|with|without|to|of|during) .+)|\S*[^s\s])$/i

const whetherLead =
  /^(?:is it (?:true|right|correct|the case) that|(?:am i|are we) right that|true or false:?|(?:tell me|check|see|find out|do you know|i wonder|wonder|know)(?: if| whether)|whether|if) /i

/** A change is told from the second to the first: how much more the first has. */
function inGrammar(asked: 'difference' | 'change' | null, { place, first, second, by, tail }: Compared): string {
  const pair = asked === 'change' ? [second, first] : [first, second]
  // "at" says nothing of where.
  const parts = [asked, 'compare', place === 'at' ? null : place, pair.join(' and '), `by ${by}`, tail]
  return parts.filter((part) => part !== null && part !== '').join(' ')
}

/** "which of the two had more rain": the one with most. */
function sayMost(question: string): string {
  const [, lead, comparative = '', rest = ''] = whichMore.exec(question) ?? []
  return lead === undefined ? question : `${lead}${superlative(comparative)}${rest}`
}

/** "A versus B: which is higher": both are told, and which is first. */
function withoutWhichIsMore(question: string): string {
  return question.replace(
    /(?<=\b(?:versus|vs\.?|compared (?:to|with)|against)\b.*?)[\s,:;?–-]+(?:and )?(?:which|who|what)(?: one| of (?:them|the two))? (?:is|was|are|were|has|had|does|did|do) (?:the )?(?:higher|bigger|more|larger|greater|better|highest|biggest|most|ahead|in front)$/i,
    '',
  )
}

/** "…, and by how much?" wants both figures and the difference. */
function withoutByHowMuch(question: string): { readonly text: string; readonly wantsDifference: boolean } {
  const text = question.replace(byHowMuch, '').replace(/[\s?]+$/, '')
  return { text, wantsDifference: text !== question }
}

const byHowMuch =
  /[,;.:?!–-]*\s*(?:and |if so,? )*(?:by )?(?:how (?:much|many)|what (?:percentage|percent|%|amount))(?: percent| %)?(?: in (?:percent|%|total))?$/i

/** "how many more goals did A score than B" is "did A score more goals than B"; null where nothing is asked so. */
function asStatement(text: string): string | null {
  const [, comparative, rest = ''] = howMuch.exec(text) ?? []
  if (comparative === undefined) return null
  const [, said, verb, tail = ''] = /^(.+? than .+?) (are|were|is|was) there\b(.*)$/i.exec(rest) ?? []
  if (verb !== undefined) return `${verb} there ${comparative} ${said}${tail}`
  const [, noun, helper, left, right] =
    /^(.*?)\b(is|are|was|were|do|does|did|has|have|had) (.+?) than (.+)$/i.exec(rest) ?? []
  return helper === undefined ? null : `${helper} ${left} ${comparative} ${noun}than ${right}`
}

const alternatives = Object.keys(comparatives)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const whichMore = new RegExp(
  `^((?:which|who)\\b(?!.* than\\b)(?!.*\\d).*? (?<!\\b(?:or|and|no|any|the|not|even|some|once) ))(${alternatives})\\b(.*)$`,
  'i',
)
const higherThan = new RegExp(
  `\\b(?:an? |the )?(higher|lower|bigger|smaller|larger|greater|better|worse|longer|shorter) ([\\p{L}_]+(?: [\\p{L}_]+){0,2}) than ((?:the )?(?:overall )?average|[$€£]?\\d[\\d.,]*)\\b(?! \\p{L}+ of\\b)`,
  'giu',
)
const howMuch = new RegExp(`^(?:in \\p{L}+, )?(?:by )?how (?:much|many|far) (${alternatives}) (.*)$`, 'iu')
