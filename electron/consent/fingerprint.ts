import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical-json.ts'
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
