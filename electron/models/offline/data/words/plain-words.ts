import { askedBeside } from '../../grammar/asked-beside.ts'
import { everydayPhrases } from '../../grammar/everyday-phrases.ts'
import { relationPhrases } from '../../grammar/relation-phrases.ts'
import { sentencePhrases } from '../../grammar/sentence-phrases.ts'
import { shapePhrases } from '../../grammar/shape-phrases.ts'
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
  return [...askedBeside, ...relationPhrases, ...sentencePhrases, ...shapePhrases, ...everydayPhrases].reduce(
    (said, [phrase, plain]) => said.replace(phrase, plain),
    sayDates(text),
  )
}

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
