import { askedBeside } from '../../grammar/asked-beside.ts'
import { chartPhrases } from '../../grammar/chart-phrases.ts'
import { datePhrases } from '../../grammar/date-phrases.ts'
import { everydayPhrases } from '../../grammar/everyday-phrases.ts'
import { figurePhrases } from '../../grammar/figure-phrases.ts'
import { fillerPhrases } from '../../grammar/filler-phrases.ts'
import { missingPhrases } from '../../grammar/missing-phrases.ts'
import { paymentPhrases } from '../../grammar/payment-phrases.ts'
import { rankPhrases } from '../../grammar/rank-phrases.ts'
import { relationPhrases } from '../../grammar/relation-phrases.ts'
import { sentencePhrases } from '../../grammar/sentence-phrases.ts'
import { shapePhrases } from '../../grammar/shape-phrases.ts'
import { sharePhrases } from '../../grammar/share-phrases.ts'
import { unitPhrases } from '../../grammar/unit-phrases.ts'
import { wholePhrases } from '../../grammar/whole-phrases.ts'
import { sayComparison } from './say-comparison.ts'

/** A question with its turns of speech in plain words. What stands in quotes stays as it is. */
export function plainWords(question: string): string {
  const said = question
    .split(/("[^"]*"|“[^”]*”)/u)
    .map((part, index) => (index % 2 === 1 ? part : inPlainWords(part)))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return sayComparison(said)
}

function inPlainWords(text: string): string {
  return turnsOfSpeech.reduce((said, [phrase, plain]) => said.replace(phrase, plain), sayDates(text))
}

/** Whole questions first and single words last: a table finds what those before it have said plainly. */
const turnsOfSpeech = [
  ...askedBeside,
  ...relationPhrases,
  ...sentencePhrases,
  ...shapePhrases,
  ...everydayPhrases,
  ...paymentPhrases,
  ...missingPhrases,
  ...unitPhrases,
  ...sharePhrases,
  ...wholePhrases,
  ...figurePhrases,
  ...rankPhrases,
  ...datePhrases,
  ...fillerPhrases,
  ...chartPhrases,
]

const slashDate = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g

/** "1/6/2024 to 31/8/2024": where one of several dates tells which number is the day, the others are written so too. */
function sayDates(text: string): string {
  const dates = [...text.matchAll(slashDate)].map(([, first, second]) => [Number(first), Number(second)] as const)
  const isDayFirst = dates.some(([first]) => first > 12)
  const isMonthFirst = dates.some(([, second]) => second > 12)
  if (dates.length < 2 || isDayFirst === isMonthFirst) return text
  return text.replaceAll(slashDate, (_, first: string, second: string, year: string) => {
    const [day, month] = isDayFirst ? [first, second] : [second, first]
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}
