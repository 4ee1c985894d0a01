import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { chartInput } from './chart-input.ts'
import { makeChart } from './make-chart.ts'

export const saveChart = defineTool({
  name: 'save_chart',
  family: 'data',
  description: `Draws a chart as chart does and saves it in the workspace as a picture: .svg or .png by the ending of the path. An existing file is replaced and can be restored.`,
  input: chartInput.extend({
    path: z
      .string()
      .max(4096)
      .regex(/\.(svg|png)$/i, 'Must end in .svg or .png')
      .describe('Where to save it, for example charts/sales-by-month.png.'),
  }),
  powers: { reads: ['files'], writes: ['files'], output: 'workspace', isUndoable: true },
  timeoutMs: 300_000,
  concurrency: 1,
  version: '1',
  load: () => Promise.resolve(),
  title: ({ path }) => `Save a chart as ${path.replace(/\s+/g, ' ')}`,
  async targets({ path }, context) {
    const { absolute, origin } = await context.files.resolve(path, 'writing')
    return [{ kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }]
  },
  async *run(input, context) {
    const format = input.path.toLowerCase().endsWith('.svg') ? 'svg' : 'png'
    const { display, image, summary, isForeign } = yield* makeChart(input, context, format)
    const { resolved, snapshotId } = await context.files.write(input.path, image ?? '', {
      conversationId: context.conversationId,
      toolName: 'save_chart',
    })
    return {
      content: [{ type: 'json', value: { ...summary, savedAs: resolved.shown } }],
      display: { ...display, savedAs: resolved.shown },
      isForeign,
      snapshotIds: [snapshotId],
    }
  },
})
