import { documentText } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { quote } from '../documents/quote.ts'
import { plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

/** About a page: what is shown of a document at once. */
const shownCharacters = 3000

/** Quotes the beginning of a document, or one page, slide or section of it. */
export function showDocument(situation: Situation, path: string, part: number | null): Step {
  const input = { path, maxCharacters: shownCharacters, ...(part === null ? {} : { from: part }) }
  const read = askTool(situation, { name: 'read_document', input }, documentText)
  if (read.kind === 'step') return read.step
  const { parts, totalParts } = read.value
  const name = `*${plainText(path)}*`
  const shown = part === null ? parts : parts.slice(0, 1)
  if (shown.every(({ text }) => text.trim() === '')) return answer(`${name} holds no text I can read.`)
  const quotes = shown.flatMap(({ where, text }) => [where === '' ? null : `**${plainText(where)}**`, quote(text)])
  if (part !== null) return answer(`This is what stands there in ${name}:`, ...quotes)
  const isAll = parts.length >= totalParts && !read.value.truncated
  return answer(
    isAll ? `This is all of ${name}:` : `This is how ${name} begins:`,
    ...quotes,
    isAll ? null : 'To go on, ask *“Summarise …”*, *“Outline …”* or *“What does … say about …?”*',
  )
}
