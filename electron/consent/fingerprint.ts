import { createHash } from 'node:crypto'
import type { AgentId } from '../../shared/ids.ts'
import type { JsonValue } from '../../shared/schema.ts'

export type FingerprintedCall = {
  readonly toolName: string
  readonly toolVersion: string
  readonly agentId: AgentId
  readonly input: JsonValue
}

/**
 * What an answer is bound to: SHA-256, in hex, over tool, version, agent and the arguments in canonical JSON. Two
 * calls share it only when they would do the same, so an approval cannot be carried over to other arguments.
 */
export function fingerprint(call: FingerprintedCall): string {
  const { toolName, toolVersion, agentId, input } = call
  return createHash('sha256')
    .update(canonicalJson([toolName, toolVersion, agentId, input]))
    .digest('hex')
}

/** JSON with sorted keys and no blanks: equal values give equal text. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}
