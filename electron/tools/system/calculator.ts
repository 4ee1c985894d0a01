import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'
import { titleName } from '../../../shared/title-name.ts'
import { createCalculate } from './calculate.ts'

const input = z.object({
  expression: z
    .string()
    .min(1)
    .max(500)
    .describe('Such as "(1200 - 950) / 950 * 100", "round(2.345, 2)" or "mean(3, 4, 8)".'),
})

export const calculator = defineTool({
  name: 'calculator',
  family: 'system',
  description:
    'Works out an arithmetic expression in exact decimals. Use it for every sum, percentage or ratio instead of working ' +
    'it out yourself; use query_data for figures that are in files.',
  input,
  powers: { reads: [], writes: [], output: 'trusted', isUndoable: true },
  timeoutMs: 10_000,
  concurrency: 4,
  version: '1',
  load: createCalculate,
  title: ({ expression }) => `Calculate ${titleName(expression)}`,
  targets: async () => [],
  cache: { ttlMs: Number.POSITIVE_INFINITY, fingerprint: async () => 'arithmetic does not change' },

  async *run({ expression }, _context, calculate) {
    return { content: [{ type: 'json', value: { expression, result: calculate(expression) } }] }
  },
})
