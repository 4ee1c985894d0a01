import type { SystemText } from './ports.ts'

export type SystemPromptParts = {
  /** The agent's own words. */
  readonly prompt: string
  readonly workspace: string | null
  readonly today: Date
}

/** What stays the same comes first, what varies last, so that a cached prefix survives a new day or folder. */
export function systemPrompt({ prompt, workspace, today }: SystemPromptParts): SystemText {
  const folder =
    workspace === null
      ? 'No folder is open, so there are no files to work on yet.'
      : 'File paths are relative to the folder the person opened. You cannot reach anything outside it.'
  return { stable: prompt.trim(), varying: `${folder}\n\nToday is ${today.toISOString().slice(0, 10)}.` }
}
