import { createHash } from 'node:crypto'

import type { ConverseRequest } from '../converse-request.ts'
import { isRecord } from '../read-converse-request.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Prompt } from './prompt.ts'

export interface PrefixIdentity {
  /** As called: another profile of the same model shares nothing. */
  readonly modelId: string
  readonly request: ConverseRequest
  readonly prompt: Prompt
}

/**
 * Names prefixes of a prompt: the key of p stands for its first p blocks, for each position asked. A prefix of tools
 * holds only tools; one of system texts holds the tools too; one that reaches into the messages holds everything before
 * it and what changes how the messages are read: the tool choice, thinking and effort, and whether there is a picture
 * anywhere.
 */
export function prefixKeys(
  { modelId, request, prompt }: PrefixIdentity,
  positions: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const reading = canonicalJson(messageReading(request))
  const chain = createHash('sha256').update(canonicalJson(modelId))
  const keys = new Map<number, string>()
  prompt.blocks.forEach(({ section, role, content }, index) => {
    // Lists in brackets cannot run into each other.
    chain.update(canonicalJson([section, role, content]))
    if (!positions.has(index + 1)) return
    const name = chain.copy()
    keys.set(index + 1, (section === 'messages' ? name.update(reading) : name).digest('base64'))
  })
  return keys
}

function messageReading(request: ConverseRequest): object {
  const { toolConfig, additionalModelRequestFields: extra, outputConfig } = request
  return {
    toolChoice: toolConfig?.toolChoice,
    thinking: isRecord(extra) ? extra['thinking'] : undefined,
    effort: outputConfig?.['effort'],
    hasPicture: hasPicture(request),
  }
}

/** A tool's result can bring one too. */
function hasPicture({ messages = [] }: ConverseRequest): boolean {
  return messages.some(({ content }) =>
    content.some(({ image, toolResult }) => image ?? toolResult?.content?.some((block) => block.image !== undefined)),
  )
}
