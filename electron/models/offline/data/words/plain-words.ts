import { everydayPhrases } from '../../grammar/everyday-phrases.ts'

/** A question with its turns of speech in plain words. What stands in quotes stays as it is. */
export function plainWords(question: string): string {
  return question
    .split(/("[^"]*"|“[^”]*”)/u)
    .map((part, index) => (index % 2 === 1 ? part : inPlainWords(part)))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function inPlainWords(text: string): string {
  return everydayPhrases.reduce((said, [phrase, plain]) => said.replace(phrase, plain), text)
}
