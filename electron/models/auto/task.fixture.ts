import type { TaskFacts } from './task-facts.ts'

/** The first question of a conversation without files. */
export function taskOf(question: string, more: Partial<TaskFacts> = {}): TaskFacts {
  return {
    question,
    previousQuestions: [],
    historyTokens: 0,
    attachments: [],
    agentId: 'general',
    toolCount: 0,
    recentToolCalls: 0,
    earlierFailures: 0,
    previousTier: null,
    ...more,
  }
}
