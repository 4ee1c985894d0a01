import { tableProfile, type FileEntry, type TableProfile } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText, table } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

/** Size and columns of every table in a data file. */
export function describeTable(situation: Situation, file: FileEntry): Step {
  const profile = askTool(situation, { name: 'describe_data', input: { file: file.path } }, tableProfile)
  if (profile.kind === 'step') return profile.step
  const { tables, notes } = profile.value
  const parts = tables.flatMap((each) => [
    `*${plainText(each.name)}* has **${formatFigure(each.rows)}** ${each.rows === 1 ? 'row' : 'rows'} and **${each.columns.length}** columns.`,
    columnTable(each),
  ])
  return answer(...parts, notes.length === 0 ? null : notes.map((note) => `- ${plainText(note)}`).join('\n'))
}

function columnTable({ columns }: TableProfile['tables'][number]): string {
  return table(
    [
      { text: 'Column' },
      { text: 'Type' },
      { text: 'Missing', isFigure: true },
      { text: 'Different', isFigure: true },
      { text: 'From' },
      { text: 'To' },
      { text: 'Examples' },
    ],
    columns.map((column) => [
      plainText(column.name),
      plainText(column.type),
      formatFigure(column.missing),
      formatFigure(column.distinct),
      plainText(String(column.min ?? '')),
      plainText(String(column.max ?? '')),
      column.examples.map((example) => plainText(String(example ?? ''))).join(', '),
    ]),
  )
}
