import type { Situation } from '../ask-tool.ts'
import { unanswerableSentences, type Unanswerable } from '../grammar/unanswerable.ts'
import { answer, type Step } from '../step.ts'
import { exampleList, twoExamples } from './plan-help.ts'

/** Says that it cannot, what it can do instead, and two such questions. */
export function planUnanswerable(situation: Situation, what: Unanswerable): Step {
  const examples = twoExamples(situation)
  if (examples.kind === 'step') return examples.step
  return answer(unanswerableSentences[what], exampleList(examples.value))
}
