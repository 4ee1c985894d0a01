import { z } from '../../../shared/schema.ts'

export const reportInput = z.object({
  title: z.string().min(1).max(200).describe('The heading of the report.'),
  name: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('A file name without its ending; made from the title without it.'),
  format: z
    .enum(['html', 'markdown'])
    .default('html')
    .describe('html is one file with its charts inside; markdown has each chart as an .svg file beside it.'),
  leaveOut: z
    .array(z.string().max(100_000))
    .max(1000)
    .optional()
    .describe('Questions of the conversation that do not belong in it, word for word. Not together with sections.'),
  sections: z
    .array(
      z.object({
        heading: z.string().min(1).max(1000),
        markdown: z.string().max(200_000).default('').describe('Your text, without tables you have as results.'),
        tables: z
          .array(z.string())
          .max(50)
          .default([])
          .describe('The tableId of each query result to show here, whole.'),
        charts: z.array(z.string()).max(50).default([]).describe('The title of each chart to show here.'),
      }),
    )
    .min(1)
    .max(200)
    .optional()
    .describe('Leave it out to report the conversation as it was: every question with its answer, tables and charts.'),
})
export type ReportInput = z.infer<typeof reportInput>
