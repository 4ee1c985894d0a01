import { AppError } from '../../../shared/errors.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { titleName } from '../../../shared/title-name.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { WrittenReport } from '../../../shared/tool-results.ts'
import { defineTool, type ToolContext } from '../tool.ts'
import { buildReport } from './build-report.ts'
import { planReport, type PlannedReport } from './plan-report.ts'
import { reportInput, type ReportInput } from './report-input.ts'
import { freeReportPaths, type ReportPaths } from './report-path.ts'
import type { Block, Report } from './report.ts'
import { writeHtml } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'

export const writeReport = defineTool({
  name: 'write_report',
  family: 'reports',
  description:
    'Writes this conversation as a report into the folder "output": each question with its answer, the full tables, the ' +
    'charts as pictures, the SQL and the files behind them. Give only a title for the conversation as it was; or write ' +
    'sections of your own and name the tables (tableId) and charts (title) to show, instead of copying their figures. ' +
    'Never overwrites: a name that is taken gets a number. The answer says where it stands and what it could not hold.',
  input: reportInput,
  powers: { reads: ['files'], writes: ['files'], output: 'trusted', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 1,
  version: '1',
  load: async () => undefined,
  title: ({ title, format }) => `Write the ${format === 'html' ? 'HTML' : 'Markdown'} report ${titleName(title)}`,

  async targets(input, context) {
    const { main, charts } = await freeReportPaths(input, countCharts(await plan(input, context)), context)
    return Promise.all(
      [main, ...charts].map(async (path) => {
        const { absolute, origin } = await context.files.resolve(path, 'writing')
        return { kind: 'file' as const, path: absolute, isInsideWorkspace: origin === 'workspace' }
      }),
    )
  },

  async preview(input, context) {
    const planned = await plan(input, context)
    const paths = await freeReportPaths(input, countCharts(planned), context)
    const report = await buildReport(input.title, planned, { context, detail: 'preview' })
    return { kind: 'diff', path: paths.main, before: null, after: readable(report, paths) }
  },

  async *run(input, context) {
    const planned = await plan(input, context)
    yield { message: 'Reading tables and drawing charts' }
    const report = await buildReport(input.title, planned, { context, detail: 'whole' })
    const { paths, snapshotIds } = await writeFiles(input, { report, planned }, context)
    const value: WrittenReport = {
      path: paths.main,
      sections: report.sections.length,
      charts: [...paths.charts],
      notes: [...new Set(report.sections.flatMap(({ blocks }) => blocks.flatMap(noteOf)))],
    }
    const shown = await buildReport(input.title, planned, { context, detail: 'preview' })
    return {
      content: [{ type: 'json', value: value as JsonValue }],
      display: { kind: 'text', text: readable(shown, paths), language: 'markdown' },
      snapshotIds,
    }
  },
})

async function plan(input: ReportInput, context: ToolContext): Promise<PlannedReport> {
  return planReport(input, await context.runs.of(context.conversationId), context.runId)
}

function countCharts({ sections }: PlannedReport): number {
  return sections.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'shown-chart').length
}

/** What the report says, whatever its format: markup is nothing to judge it by. */
function readable(report: Report, { main, charts }: ReportPaths): string {
  const form = main.endsWith('.html') ? 'It is written as a page in HTML, with its charts inside.' : ''
  const beside = charts.length === 0 ? '' : `Its charts are written beside it: ${charts.join(', ')}.`
  const said = [form, beside].filter((each) => each !== '').join(' ')
  return `${writeMarkdown(report, () => null)}${said === '' ? '' : `\n---\n\n${said}\n`}`
}

/** The charts first, so that a report never points to a picture that is not there. */
async function writeFiles(
  input: ReportInput,
  { report, planned }: { readonly report: Report; readonly planned: PlannedReport },
  context: ToolContext,
) {
  const options = { conversationId: context.conversationId, toolName: 'write_report', expected: null }
  for (;;) {
    context.signal.throwIfAborted()
    const paths = await freeReportPaths(input, countCharts(planned), context)
    const pictures = chartsOf(report).flatMap(({ svg, number }) => {
      const path = paths.charts[number - 1]
      return svg === null || path === undefined ? [] : [{ path, content: svg }]
    })
    const files = [...pictures, { path: paths.main, content: contentOf(input, report, paths) }]
    const snapshotIds: SnapshotId[] = []
    try {
      for (const { path, content } of files)
        snapshotIds.push((await context.files.write(path, content, options)).snapshotId)
      return { paths: { main: paths.main, charts: pictures.map(({ path }) => path) }, snapshotIds }
    } catch (error) {
      // Somebody took a name a moment ago: the next one.
      if (!(error instanceof AppError) || error.code !== 'FILE_CHANGED') throw error
    }
  }
}

function contentOf({ format }: ReportInput, report: Report, { charts }: ReportPaths): string {
  if (format === 'html') return writeHtml(report)
  return writeMarkdown(report, ({ number }) => charts[number - 1]?.split('/').at(-1) ?? null)
}

function chartsOf({ sections }: Report) {
  return sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'chart')
}

function noteOf(block: Block): readonly string[] {
  if (block.kind === 'note') return [block.text]
  return block.kind === 'chart' && block.svg === null ? [`The chart “${block.title}” could not be drawn.`] : []
}
