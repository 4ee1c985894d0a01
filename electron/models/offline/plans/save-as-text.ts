import { z } from '../../../../shared/schema.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

export type Answered = Situation['turn']['earlier'][number]

/** For an agent that may save text but write no reports: questions and answers as they stand, in one Markdown file. */
export function saveAsText(situation: Situation, answered: readonly Answered[], name: string | null): Step {
  const sections = answered.map(({ question, answer: said }) => `## ${plainText(question)}\n\n${said}`)
  const content = `# Report\n\n${sections.join('\n\n')}\n\n---\n\nMade by the offline analyst, from the files in the opened folder.\n`
  const file = `${name ?? 'report'}.md`
  const saved = askTool(situation, { name: 'save_file', input: { name: file, content } }, z.string())
  if (saved.kind === 'step') return saved.step
  // The tool says where: "Created output/report.md (12 lines)."
  const path = /^Created (?<path>.+) \(\d+ lines?\)\.$/.exec(saved.value)?.groups?.['path'] ?? file
  const count = answered.length === 1 ? 'one answer' : `${answered.length} answers`
  return answer(`I saved ${count} of this conversation as *${plainText(path)}*. Under **Files** it can be undone.`)
}
