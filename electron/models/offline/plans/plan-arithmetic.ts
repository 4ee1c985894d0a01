import { z } from '../../../../shared/schema.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { formatFigure } from '../format-figure.ts'
import { codeBlock, plainText } from '../markdown.ts'
import { answer, type Step } from '../step.ts'

const calculated = z.union([
  z.string(),
  z.number(),
  z.object({ result: z.union([z.string(), z.number()]) }).transform(({ result }) => result),
])

export function planArithmetic(situation: Situation, expression: string): Step {
  const result = askTool(situation, { name: 'calculator', input: { expression } }, calculated)
  if (result.kind === 'step') return result.step
  const value = String(result.value).split('=').at(-1)?.trim() ?? ''
  const isShort = /^-?\d+(\.\d{1,2})?$/.test(value)
  return answer(`That is **${isShort ? formatFigure(value) : plainText(value)}**.`, codeBlock(expression, 'text'))
}
