import { z } from '../../../../shared/schema.ts'
import { visibleName } from '../../../../shared/visible-name.ts'
import { askTools, type Situation } from '../ask-tool.ts'
import { maxChoices, type OpenQuestion } from '../data/resolve/resolution.ts'
import { plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

const longestPrompt = 300
const longestChoice = 200

/**
 * Offers the readings of a question as buttons, where the agent may, and lists them in the answer in any case: there
 * they stay, and without the tool they are all there is. `said` stands before them: what can be told already.
 */
export function askBack(
  situation: Situation,
  { prompt, choices }: OpenQuestion,
  said: readonly (string | null)[] = [],
): Step {
  const offered = choices.map((choice) => choice.replaceAll(/\s+/g, ' ').trim())
  const input = { prompt: withoutMarkdown(prompt), choices: offered }
  if (situation.toolNames.has('offer_choices') && canBeOffered(input)) {
    const shown = askTools(situation, [{ name: 'offer_choices', input }], z.unknown())
    if (shown.kind === 'step') return shown.step
  }
  const list = offered.map((choice, index) => `${index + 1}. *“${plainText(choice)}”*`).join('\n')
  return answer(...said, prompt, list, 'Choose one of these, or say it in your own words.')
}

function canBeOffered({ prompt, choices }: OpenQuestion): boolean {
  const isLine = (text: string, longest: number) =>
    text !== '' && text.length <= longest && visibleName(text) === text && /^\S+( \S+)*$/.test(text)
  const isCount = choices.length >= 2 && choices.length <= maxChoices && new Set(choices).size === choices.length
  return isCount && isLine(prompt, longestPrompt) && choices.every((choice) => isLine(choice, longestChoice))
}

/** The tool shows plain text: names stand without marks, and what was escaped for Markdown as it is. */
function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/(?<!\\)[*_]/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
