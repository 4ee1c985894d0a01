import type { ModelId } from '../../shared/ids.ts'
import type { RunNote } from '../../shared/run-events.ts'

/** What happened in a run, in a sentence or two. `labelOf` names a model as the picker does. */
export function describeNote(note: RunNote, labelOf: (id: ModelId) => string): string {
  switch (note.kind) {
    case 'settings-changed':
      return `You changed ${listOf(note.changed.map(settingWords))}. It holds from here on.`
    case 'failover':
      return `${note.error.message} ${note.to} took over from ${note.from}.`
    case 'escalated':
      return `${note.choice.reason} ${labelOf(note.choice.modelId)} answered instead.`
    case 'resumed':
      return `${note.error.message} The answer went on where it stopped.`
  }
}

const words: Readonly<Record<string, string>> = {
  model: 'the model',
  temperature: 'the temperature',
  topP: 'top P',
  maxTokens: 'the longest answer',
  effort: 'the effort',
  stopSequences: 'the stop sequences',
  caching: 'the prompt cache',
  region: 'the region',
  guardrail: 'the guardrail',
  serviceTier: 'the service tier',
  latency: 'the latency',
}

function settingWords(name: string): string {
  return words[name] ?? name
}

function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? 'the settings'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
