import { refuse } from '../refuse.ts'
import { draftVersion } from './guardrail.ts'
import type { Guardrail } from './guardrail.ts'

const identifier = /^(?:arn:aws[\w-]*:bedrock:[\w-]+:\d{12}:guardrail\/)?([a-z0-9]+)$/

/** The guardrail of that id or ARN and version. Throws the service's ValidationException where there is none. */
export function findGuardrail(guardrails: readonly Guardrail[], asked: string, version: string): Guardrail {
  const id = identifier.exec(asked)?.[1]
  if (id === undefined) refuse('The provided guardrail identifier is invalid.')
  const found = guardrails.find((guardrail) => guardrail.id === id && versionOf(guardrail) === version)
  if (found === undefined) refuse('The guardrail identifier or version provided in the request does not exist.')
  return found
}

export function versionOf({ version = draftVersion }: Guardrail): string {
  return version
}
