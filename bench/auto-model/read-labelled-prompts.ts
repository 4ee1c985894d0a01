import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from '../../shared/schema.ts'

const tier = z.enum(['small', 'medium', 'large'])

const labelledPrompt = z.strictObject({
  id: z.string().regex(/^p\d{3,4}$/),
  prompt: z.string().min(1),
  /** ISO 639-1, of most of the prompt's words. */
  language: z.string().regex(/^[a-z]{2}$/),
  /** The cheapest tier whose answer a careful person would accept without redoing it. */
  tier,
  why: z.string().min(1),
  /** What the app knows when the prompt is sent. A field left out is unknown or empty. */
  context: z
    .strictObject({
      historyTokens: z.number().int().positive().optional(),
      attachments: z
        .array(z.strictObject({ mediaType: z.string().includes('/'), bytes: z.number().int().positive() }))
        .min(1)
        .optional(),
      agent: z.enum(['analyst', 'files', 'general']).optional(),
      toolCount: z.number().int().positive().optional(),
      /** Answers just before that were refused, malformed, retried by the person or reported as wrong. */
      earlierFailures: z.number().int().positive().optional(),
      previousTier: tier.optional(),
      recentToolCalls: z.number().int().positive().optional(),
      /** Tiers the person has replaced by another on similar prompts, oldest first. */
      overrides: z
        .array(z.strictObject({ from: tier, to: tier }))
        .min(1)
        .optional(),
      /** The person's own prompts earlier in this conversation, oldest first; not the answers. */
      previousPrompts: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
})

export type LabelledPrompt = z.infer<typeof labelledPrompt>

/**
 * One half of the labelled set, in the order of its file. Throws an Error that names file and line for a line that is
 * not JSON or not of the shape the README describes; a field nobody knows is refused too, so that no typo passes.
 */
export async function readLabelledPrompts(
  half: 'development' | 'held-out',
  folder = import.meta.dirname,
): Promise<readonly LabelledPrompt[]> {
  const file = path.join(folder, `prompts-${half}.jsonl`)
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line, index) => parseLine(line, `${path.basename(file)}:${index + 1}`))
}

function parseLine(line: string, place: string): LabelledPrompt {
  try {
    return labelledPrompt.parse(JSON.parse(line))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new Error(`${place} is not a labelled prompt: ${reason}`, { cause: error })
  }
}
