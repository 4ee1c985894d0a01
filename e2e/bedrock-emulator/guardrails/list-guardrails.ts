import { versionOf } from './find-guardrail.ts'
import type { Guardrail } from './guardrail.ts'

/** The answer of ListGuardrails, in one page. */
export function listGuardrails(guardrails: readonly Guardrail[], region = 'us-east-1'): object {
  return {
    guardrails: guardrails.map((guardrail) => ({
      id: guardrail.id,
      arn: `arn:aws:bedrock:${region}:123456789012:guardrail/${guardrail.id}`,
      status: 'READY',
      name: guardrail.name ?? guardrail.id,
      version: versionOf(guardrail),
      createdAt: '2026-10-07T00:00:00Z',
      updatedAt: '2026-10-07T00:00:00Z',
    })),
  }
}
