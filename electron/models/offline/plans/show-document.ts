import { documentText, type DocumentText, type FileEntry } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { plainText } from '../markdown.ts'
import { answer, known, type Known, type Step } from '../step.ts'
import { normalWord, wordsOfName } from '../words.ts'

const maxReads = 5
const maxPassages = 5
const passageCharacters = 700

/** Quotes the passages of a document about a topic with their pages, or its beginning. */
export function showDocument(situation: Situation, file: FileEntry, topic: string | null): Step {
  const read = readParts(situation, file, topic)
  if (read.kind === 'step') return read.step
  const { parts, isCut } = read.value
  const name = `*${plainText(file.path)}*`
  if (parts.every((part) => part.text.trim() === '')) {
    return answer(`${name} holds no text I can read. It may be scanned pictures.`)
  }
  const wanted = topic === null ? [] : topicWords(topic)
  if (topic === null || wanted.length === 0) {
    return answer(`This is how ${name} begins. I quote; I cannot summarise.`, ...parts.slice(0, 2).map(quotePart))
  }
  const passages = parts.flatMap((part) => passagesOf(part, wanted))
  if (passages.length === 0) {
    const reach = isCut ? ' in the part I read' : ''
    return answer(
      `I find nothing about “${plainText(topic)}” in ${name}${reach}. I looked for ${wanted.map((word) => `“${plainText(word)}”`).join(' and ')} in one passage.`,
    )
  }
  const more = passages.length > maxPassages ? `There are ${passages.length - maxPassages} more such passages.` : null
  return answer(`${name} says about “${plainText(topic)}”:`, ...passages.slice(0, maxPassages).map(quotePart), more)
}

type Part = DocumentText['parts'][number]

/** All parts, or for a long document as many as a few reads bring. Stops early where only the beginning is wanted. */
function readParts(
  situation: Situation,
  file: FileEntry,
  topic: string | null,
): Known<{ readonly parts: readonly Part[]; readonly isCut: boolean }> {
  const parts: Part[] = []
  for (let reads = 0; reads < maxReads; reads++) {
    const input = reads === 0 ? { path: file.path } : { path: file.path, from: parts.length + 1 }
    const read = askTool(situation, { name: 'read_document', input }, documentText)
    if (read.kind === 'step') return read
    parts.push(...read.value.parts)
    if (topic === null || read.value.parts.length === 0 || parts.length >= read.value.totalParts) {
      return known({ parts, isCut: read.value.truncated })
    }
  }
  return known({ parts, isCut: true })
}

function topicWords(topic: string): string[] {
  return [
    ...new Set(
      wordsOfName(topic).filter((word) => word.length > 2 && !['the', 'and', 'any', 'our', 'your'].includes(word)),
    ),
  ]
}

/** Paragraphs that hold every word of the topic; where none does, the passage around one that begins like it. */
function passagesOf(part: Part, wanted: readonly string[]): Part[] {
  return part.text
    .split(/\n\s*\n/)
    .filter((paragraph) => {
      const words = new Set(wordsOfName(paragraph).map(normalWord))
      return wanted.every((word) => words.has(word))
    })
    .map((text) => ({ where: part.where, text: around(text, wanted) }))
}

/** At most a passage's length, around the first wanted word. */
function around(text: string, wanted: readonly string[]): string {
  if (text.length <= passageCharacters) return text
  const lower = text.toLowerCase()
  const at = Math.max(0, Math.min(...wanted.map((word) => lower.indexOf(word)).filter((index) => index >= 0)))
  const start = Number.isFinite(at) ? Math.max(0, at - passageCharacters / 2) : 0
  return `${start > 0 ? '…' : ''}${text.slice(start, start + passageCharacters)}…`
}

function quotePart({ where, text }: Part): string {
  const shown =
    text.trim().length > passageCharacters * 2 ? `${text.trim().slice(0, passageCharacters * 2)}…` : text.trim()
  const lines = shown.split('\n').map((line) => `> ${plainText(line)}`.trimEnd())
  return `${where === '' ? '' : `**${plainText(where)}**\n\n`}${lines.join('\n')}`
}
