import { chartKinds } from '../../../shared/chart-kinds.ts'
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
  kind: z
    .enum(chartKinds)
    .describe(
      'grouped-bar and stacked-bar need a series. histogram and box are given single values, any number of them, and make bins and boxes themselves. heat-map colours x by series.',
    ),
  x: z
    .string()
    .min(1)
    .describe(
      'Column of the result for the x axis; the slices of a pie; the values of a histogram; what box plots are split by (or their values, for one box).',
    ),
  y: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Numeric column for the y axis, the size of a slice, the values of box plots or the colour of a heat map. Rows are counted without it.',
    ),
  series: z.string().min(1).optional().describe('Column that splits the chart into colours; the rows of a heat map.'),
})
export type ChartInput = z.infer<typeof chartInput>
