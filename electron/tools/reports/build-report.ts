import { AppError } from '../../../shared/errors.ts'
import type { ToolContext } from '../tool.ts'
import type { ShownChart } from './answered-questions.ts'
import { findSources } from './find-sources.ts'
import type { Part, PlannedReport } from './plan-report.ts'
import type { Block, Report, ReportChart } from './report.ts'
import { maxRows, tableBlocks } from './table-blocks.ts'

/** `preview`: for who decides about it or looks back. Its tables only begin, and its charts are told in words. */
export type Detail = 'preview' | 'whole'

/** Of a table that only stands behind an answer. */
const evidenceRows = 20

/** Reads the tables of a planned report, draws its charts and looks its sources up. */
export async function buildReport(
  title: string,
  planned: PlannedReport,
  { context, detail }: { readonly context: ToolContext; readonly detail: Detail },
): Promise<Report> {
  const isPreview = detail === 'preview'
  let charts = 0
  const build = async (parts: readonly Part[]): Promise<readonly Block[]> => {
    const blocks: Block[] = []
    for (const part of parts) {
      context.signal.throwIfAborted()
      if (part.kind === 'shown-table')
        blocks.push(...(await tableBlocks(part.table, context, { rows: maxRows, isPreview })))
      else if (part.kind === 'shown-chart') blocks.push(await chartBlock(part.chart, ++charts, { context, detail }))
      else if (part.kind === 'behind') blocks.push(await evidenceBlock(part, context))
      else blocks.push(part)
    }
    return blocks
  }
  const sections: Report['sections'][number][] = []
  for (const { heading, origin, parts } of planned.sections) {
    sections.push({ heading, origin, blocks: await build(parts) })
  }
  const sources = await findSources(planned.questions, context)
  return { title, madeAt: context.now().getTime(), sections, sources }
}

async function chartBlock(
  { title, alt, vegaSpec }: ShownChart,
  number: number,
  { context, detail }: { readonly context: ToolContext; readonly detail: Detail },
): Promise<ReportChart> {
  const words = { kind: 'chart', number, title, alt } as const
  if (detail === 'preview') return { ...words, svg: null }
  try {
    return { ...words, svg: await context.data.renderChart(vegaSpec, { signal: context.signal }) }
  } catch (error) {
    // One chart that cannot be drawn, says so in its place; the report is worth having without it.
    if (error instanceof AppError && error.code === 'CANCELLED') throw error
    return { ...words, svg: null }
  }
}

async function evidenceBlock(
  { tables, statements }: Extract<Part, { kind: 'behind' }>,
  context: ToolContext,
): Promise<Block> {
  const blocks: Block[] = statements.map((text) => ({ kind: 'code', text, language: 'sql' }))
  for (const table of tables) {
    blocks.push({ kind: 'code', text: table.sql, language: 'sql' })
    blocks.push(...(await tableBlocks(table, context, { rows: evidenceRows, isPreview: false })))
  }
  const count = tables.length + statements.length
  return { kind: 'evidence', summary: `How it was worked out: ${count} ${count === 1 ? 'query' : 'queries'}`, blocks }
}
