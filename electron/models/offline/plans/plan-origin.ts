import type { Situation } from '../ask-tool.ts'
import { plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

/** How the last answer came about: its calculation, query or passage, and how the question was read. */
export function planOrigin({ turn }: Situation): Step {
  const last = turn.earlier.findLast(({ answer: said }) => originOf(said) !== null)
  const origin = last === undefined ? null : originOf(last.answer)
  if (last === undefined || origin === null) {
    return answer('I have not computed anything yet in this conversation. Every answer of mine shows how it was made.')
  }
  return answer(`“${plainText(last.question)}” I answered by running exactly this over your files:`, ...origin)
}

/** The code block of an answer and what follows it; null when it has none. */
function originOf(markdown: string): readonly string[] | null {
  const block = /^(?<fence>`{3,})(?:sql|text)\n[^]*?\n\k<fence>$/m.exec(markdown)
  if (block === null) return null
  const rest = markdown.slice(block.index + block[0].length).trim()
  return [block[0], ...(rest === '' ? [] : [rest])]
}
