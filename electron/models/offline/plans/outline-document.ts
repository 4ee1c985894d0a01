import { documentProfile, type DocumentProfile } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { tellReach } from '../documents/tell-reach.ts'
import { formatFigure } from '../format-figure.ts'
import { plainText, table } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

/** The headings of a document with their places, or its tables with their columns. */
export function outlineDocument(situation: Situation, path: string, ask: 'outline' | 'tables'): Step {
  const profile = askTool(situation, { name: 'describe_document', input: { path } }, documentProfile)
  if (profile.kind === 'step') return profile.step
  return ask === 'outline' ? listHeadings(profile.value) : listTables(profile.value)
}

function listHeadings(profile: DocumentProfile): Step {
  const { path, headings, totalHeadings, headingsFrom } = profile
  const name = `*${plainText(path)}*`
  const reach = tellReach(profile)
  if (headings.length === 0) return answer(`I find no headings in ${name}. ${whyNone(profile.format)}`, reach)
  const highest = Math.min(...headings.map(({ level }) => level))
  const list = headings.map(({ level, text, where }) => {
    return `${'  '.repeat(level - highest)}- ${plainText(text)} (${plainText(where)})`
  })
  const more = totalHeadings > headings.length ? `These are the first ${headings.length}.` : null
  return answer(
    `${name} has **${formatFigure(totalHeadings)}** ${totalHeadings === 1 ? 'heading' : 'headings'}${knownBy(headingsFrom)}:`,
    list.join('\n'),
    more,
    reach,
  )
}

/** Worth saying where a heading had to be recognised. */
function knownBy(headingsFrom: string | null): string {
  return headingsFrom === null || headingsFrom === 'its headings' ? '' : `, by ${plainText(headingsFrom)}`
}

/** What would have been taken for one. */
function whyNone(format: string): string {
  switch (format) {
    case 'PDF':
      return 'It has no outline of its own, and no lines in clearly larger letters.'
    case 'Word':
      return 'No paragraph has the style of a heading; text that is only bold is not taken for one.'
    case 'PowerPoint':
      return 'No slide has a title.'
    case 'text':
      return 'Plain text marks none.'
    default:
      return 'None is marked as such.'
  }
}

function listTables(profile: DocumentProfile): Step {
  const { path, tables, format } = profile
  const name = `*${plainText(path)}*`
  if (tables.length === 0) {
    const careful =
      format === 'PDF'
        ? ' In a PDF I take only rows for a table that clearly keep to the same columns, under a header.'
        : ''
    return answer(`I find no tables in ${name}.${careful}`, tellReach(profile))
  }
  const rows = tables.map((each) => {
    return [plainText(each.name), formatFigure(each.rows), each.columns.map((column) => plainText(column)).join(', ')]
  })
  return answer(
    `${name} has **${tables.length}** ${tables.length === 1 ? 'table' : 'tables'}:`,
    table([{ text: 'Table' }, { text: 'Rows', isFigure: true }, { text: 'Columns' }], rows),
    'Ask for figures of one by its name, such as *“total … in table 1 of …”*.',
    tellReach(profile),
  )
}
