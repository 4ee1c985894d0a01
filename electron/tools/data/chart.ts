import { defineTool } from '../tool.ts'
import { chartInput } from './chart-input.ts'
import { identifyQuery } from './identify-query.ts'
import { makeChart } from './make-chart.ts'
import { readingTargets } from './resolve-data-files.ts'

export const chart = defineTool({
  name: 'chart',
  family: 'data',
  description: `Shows the person a chart (bar, grouped or stacked bar, line, area, scatter, pie, histogram, box, heat map) of the rows of one SQL SELECT over data files, written as for query_data. Nothing is saved; use save_chart for a picture file. Keep it readable: group and order in SQL, at most 5,000 points; histogram and box take any number of rows.`,
  input: chartInput,
  powers: { reads: ['files'], writes: [], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 2,
  version: '2',
  load: () => Promise.resolve(),
  title: ({ title }) => `Draw the chart “${title.replace(/\s+/g, ' ')}”`,
  targets: ({ sql }, context) => readingTargets(sql, context),
  // A chart has its data inside.
  cache: { ttlMs: 30 * 60_000, fingerprint: ({ sql }, context) => identifyQuery(sql, context) },
  async *run(input, context) {
    const { display, summary, isForeign } = yield* makeChart(input, context, null)
    return { content: [{ type: 'json', value: summary }], display, isForeign }
  },
})
