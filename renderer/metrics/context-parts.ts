import type { ContextBreakdown } from '../../shared/prompt-cache.ts'

export type ContextPart = {
  readonly name: keyof ContextBreakdown
  readonly label: string
  readonly tokens: number
  /** Of the whole prompt, 0 to 1. */
  readonly share: number
}

/** What fills a prompt, in the order it is sent, without what is not there. */
export function contextParts(breakdown: ContextBreakdown): readonly ContextPart[] {
  const whole = order.reduce((sum, name) => sum + breakdown[name], 0)
  return order
    .filter((name) => breakdown[name] > 0)
    .map((name) => ({ name, label: labels[name], tokens: breakdown[name], share: breakdown[name] / whole }))
}

const order = ['tools', 'system', 'attachments', 'results', 'conversation'] as const

const labels: Readonly<Record<keyof ContextBreakdown, string>> = {
  tools: 'Tools',
  system: 'Instructions',
  attachments: 'Files you attached',
  results: 'What tools found',
  conversation: 'Conversation',
}
