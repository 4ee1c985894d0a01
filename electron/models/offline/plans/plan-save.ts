import { writtenReport } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import type { SaveFormat } from '../grammar/save-formats.ts'
import { enumerate, plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'
import { understandQuestion } from '../understand-question.ts'
import { readSaveWish } from './read-save-wish.ts'
import { saveAsText, type Answered } from './save-as-text.ts'

/** Saves what was answered in this conversation as a report: as HTML, or as Markdown when that is asked for. */
export function planSave(situation: Situation, asked: string | null): Step {
  const { earlier } = situation.turn
  const answered = earlier.filter(({ question }) => !isAboutUs(question))
  const { format, name } = readSaveWish(asked)
  if (format !== null && format.kind !== 'report') return cannotWrite(format)
  if (answered.length === 0) {
    return answer('There is nothing to save yet. Ask me something first, then say *“Make a report of this”*.')
  }
  if (!situation.toolNames.has('write_report') && situation.toolNames.has('save_file'))
    return saveAsText(situation, answered, name)
  const leaveOut = earlier.filter((each) => !answered.includes(each)).map(({ question }) => question)
  const input = {
    title: (name ?? titleOf(answered)).slice(0, 200),
    name: name ?? 'report',
    format: format?.format ?? 'html',
    ...(leaveOut.length === 0 ? {} : { leaveOut }),
  }
  const written = askTool(situation, { name: 'write_report', input }, writtenReport)
  if (written.kind === 'step') return written.step
  const { path, sections, charts, notes } = written.value
  const count = sections === 1 ? 'one answer' : `${sections} answers`
  const beside =
    charts.length === 0 ? '' : `, with ${enumerate(charts.map((file) => `*${plainText(file)}*`))} beside it`
  return answer(
    `I saved ${count} of this conversation as *${plainText(path)}*${beside}. Under **Files** it can be undone.`,
    notes.length === 0 ? null : `What it does not hold:\n\n${notes.map((note) => `- ${plainText(note)}`).join('\n')}`,
  )
}

/** Greetings, help and earlier savings are no part of a report. */
function isAboutUs(question: string): boolean {
  return ['greeting', 'help', 'save'].includes(understandQuestion(question).kind)
}

function titleOf(answered: readonly Answered[]): string {
  const [only] = answered
  return answered.length === 1 && only !== undefined ? only.question : 'Report'
}

function cannotWrite(format: Exclude<SaveFormat, { kind: 'report' }>): Step {
  if (format.kind === 'other')
    return answer(
      `I cannot write ${format.label} files. I can write a report as one HTML file, which any browser prints or saves as PDF: say *“Make a report of this”*.`,
    )
  return answer(
    format.label === 'CSV' ? null : `I cannot write ${format.label} files, but ${format.label} opens CSV.`,
    'Every table here can be saved as CSV with all its rows: open its step *Query …* above the answer and press **Export CSV** below the table.',
  )
}
