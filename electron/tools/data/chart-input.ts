import { z } from '../../../shared/schema.ts'

/** What `chart` and `save_chart` are asked with. */
export const chartInput = z.object({
  title: z.string().min(1).max(200),
  sql: z
    .string()
    .min(1)
    .max(50_000)
    .describe(
      "One SELECT over files by name, as for query_data, already grouped and ordered: its rows are the chart's points.",
    ),
  kind: z.enum(['bar', 'line', 'area', 'scatter', 'pie', 'histogram']),
  x: z.string().min(1).describe('Column of the result for the x axis; the slices of a pie; the values of a histogram.'),
  y: z
    .string()
    .min(1)
    .optional()
    .describe('Numeric column for the y axis or the size of a slice. Rows are counted without it.'),
  series: z.string().min(1).optional().describe('Column that splits the chart into colours.'),
})
export type ChartInput = z.infer<typeof chartInput>
