import { z } from '../../../../shared/schema.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { plainText } from '../markdown.ts'
import { understandQuestion } from '../understand-question.ts'
import { answer, type Step } from '../step.ts'

/** Saves what was answered in this conversation, questions and tables, as one Markdown file. */
export function planSave(situation: Situation, asked: string | null): Step {
  const answered = situation.turn.earlier.filter(({ question }) => !isAboutUs(question))
  if (answered.length === 0) {
    return answer('There is nothing to save yet. Ask me something first, then say *“Save this as a report”*.')
  }
  const sections = answered.map(({ question, answer: said }) => `## ${plainText(question)}\n\n${said}`)
  const content = `# Report\n\n${sections.join('\n\n')}\n\n---\n\nMade by the offline analyst, from the files in the opened folder.\n`
  const name = fileName(asked)
  const saved = askTool(situation, { name: 'save_file', input: { name, content } }, z.string())
  if (saved.kind === 'step') return saved.step
  // The tool says where: "Created output/report.md (12 lines)."
  const path = /^Created (?<path>.+) \(\d+ lines?\)\.$/.exec(saved.value)?.groups?.['path'] ?? name
  const count = answered.length === 1 ? 'one answer' : `${answered.length} answers`
  return answer(`I saved ${count} of this conversation as *${plainText(path)}*.`)
}

/** Greetings, help and earlier savings are no part of a report. */
function isAboutUs(question: string): boolean {
  return ['greeting', 'help', 'save'].includes(understandQuestion(question).kind)
}

/** A name given with its ending is kept; "a report" is called report.md, "Q3 numbers" Q3 numbers.md. */
function fileName(asked: string | null): string {
  const name = (asked ?? 'report')
    .replace(/^(file|report) (called|named) /i, '')
    .replaceAll(/["“”'‘’]/g, '')
    .trim()
  return (/\.(md|markdown|txt)$/i.test(name) ? name : `${name || 'report'}.md`).slice(0, 200)
}
