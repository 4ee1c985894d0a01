import { isRecord } from '../read-converse-request.ts'
import { refuse, refuseConstraint } from '../refuse.ts'
import { assess, coverage, policyUnits } from './assess.ts'
import { defaultMessage } from './guardrail.ts'
import type { Guardrail } from './guardrail.ts'

/** The answer of ApplyGuardrail. Throws ValidationException for a body it cannot use. */
export function applyGuardrail(guardrail: Guardrail, body: unknown): object {
  if (!isRecord(body)) refuse('Unable to parse the request body as a JSON object.')
  const { source, content, outputScope = 'INTERVENTIONS' } = body
  checkEnum('source', source, ['INPUT', 'OUTPUT'])
  checkEnum('outputScope', outputScope, ['INTERVENTIONS', 'FULL'])
  const texts = readTexts(content)
  const { action, masked, report } = assess(guardrail, texts)
  const { blockedInputMessage = defaultMessage, blockedOutputMessage = defaultMessage } = guardrail
  const blocked = [source === 'INPUT' ? blockedInputMessage : blockedOutputMessage]
  const outputs = { NONE: [], MASKED: masked, BLOCKED: blocked }[action]
  const all = texts.join('\n')
  return {
    usage: policyUnits(all),
    action: action === 'NONE' ? 'NONE' : 'GUARDRAIL_INTERVENED',
    actionReason: actionReasons[action],
    outputs: outputs.map((text) => ({ text })),
    assessments: [report(outputScope === 'FULL' ? 'all' : 'found')],
    guardrailCoverage: coverage(all),
  }
}

export const actionReasons = {
  NONE: 'No action.',
  MASKED: 'Guardrail masked.',
  BLOCKED: 'Guardrail blocked.',
} as const

function checkEnum(name: string, value: unknown, allowed: readonly string[]): void {
  if (allowed.some((known) => known === value)) return
  refuseConstraint(`'${String(value)}'`, name, `Member must satisfy enum value set: [${allowed.join(', ')}]`)
}

/** Pictures are let through: nothing here can see. */
function readTexts(content: unknown): string[] {
  if (!Array.isArray(content)) refuseConstraint('null', 'content', 'Member must not be null')
  return content.flatMap((block: unknown) => {
    const text = isRecord(block) && isRecord(block['text']) ? block['text']['text'] : undefined
    return typeof text === 'string' ? [text] : []
  })
}
