import type { ModelMessage, ToolSpec } from '../../agent/ports.ts'
import type { Situation } from './ask-tool.ts'
import { planArithmetic } from './plans/plan-arithmetic.ts'
import { planDescribe } from './plans/plan-describe.ts'
import { planDocument } from './plans/plan-document.ts'
import { planFigures } from './plans/plan-figures.ts'
import { planFiles } from './plans/plan-files.ts'
import { planGreeting, planHelp } from './plans/plan-help.ts'
import { planOrigin } from './plans/plan-origin.ts'
import { planSave } from './plans/plan-save.ts'
import { planUnanswerable } from './plans/plan-unanswerable.ts'
import { readTurn } from './read-turn.ts'
import type { Step } from './step.ts'
import { understandQuestion } from './understand-question.ts'

/**
 * What to do next about the last question, from the history alone: the tools to ask, or the answer. Pure, and it
 * never throws; it never asks the same of the same tool twice in a turn, so every turn ends.
 */
export function planNextStep(history: readonly ModelMessage[], tools: readonly Pick<ToolSpec, 'name'>[]): Step {
  const turn = readTurn(history)
  const situation: Situation = { turn, toolNames: new Set(tools.map((tool) => tool.name)) }
  const intent = understandQuestion(turn.question)
  switch (intent.kind) {
    case 'greeting':
      return planGreeting(situation)
    case 'help':
      return planHelp(situation)
    case 'origin':
      return planOrigin(situation)
    case 'unanswerable':
      return planUnanswerable(situation, intent.what)
    case 'files':
      return planFiles(situation)
    case 'save':
      return planSave(situation, intent.name)
    case 'arithmetic':
      return planArithmetic(situation, intent.expression)
    case 'document':
      return planDocument(situation, intent)
    case 'describe':
      return planDescribe(situation, intent.file)
    case 'figures':
      return planFigures(situation, intent.question)
  }
}
