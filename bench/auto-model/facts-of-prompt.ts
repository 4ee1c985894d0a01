import type { TaskFacts } from '../../electron/models/auto/task-facts.ts'
import type { LabelledPrompt } from './read-labelled-prompts.ts'

/** What the app would know. Overrides are left out: the set names only their tiers, not what they were about. */
export function factsOfPrompt({ prompt, context = {} }: LabelledPrompt): TaskFacts {
  return {
    question: prompt,
    previousQuestions: context.previousPrompts ?? [],
    historyTokens: context.historyTokens ?? 0,
    attachments: context.attachments ?? [],
    agentId: context.agent ?? 'general',
    toolCount: context.toolCount ?? 0,
    recentToolCalls: context.recentToolCalls ?? 0,
    earlierFailures: context.earlierFailures ?? 0,
    previousTier: context.previousTier ?? null,
  }
}
