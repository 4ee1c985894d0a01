import { checkFields, isOneOf, isText } from '../check-fields.ts'
import type { FieldCheck } from '../check-fields.ts'
import { ControlError } from '../control-error.ts'
import type { Guardrail } from './guardrail.ts'

/** Guardrails from JSON. Throws ControlError. */
export function parseGuardrails(value: unknown): readonly Guardrail[] {
  if (!Array.isArray(value)) throw new ControlError('Guardrails must be a list.')
  value.forEach(checkGuardrail)
  return value as readonly Guardrail[]
}

const isList: FieldCheck = (value) => Array.isArray(value)
const isId: FieldCheck = (value) => typeof value === 'string' && /^[a-z0-9]+$/.test(value)
const areTexts: FieldCheck = (value) => Array.isArray(value) && value.every(isText)

function checkGuardrail(guardrail: unknown, index: number): void {
  const where = `Guardrail ${index + 1}`
  checkFields(guardrail, where, {
    required: { id: isId },
    optional: {
      version: isText,
      name: isText,
      deniedWords: areTexts,
      patterns: isList,
      blockedInputMessage: isText,
      blockedOutputMessage: isText,
    },
  })
  const { patterns = [] } = guardrail as Guardrail
  for (const [patternIndex, pattern] of patterns.entries()) {
    checkFields(pattern, `${where}, pattern ${patternIndex + 1},`, {
      required: { name: isText, pattern: isRegularExpression, action: isOneOf(['BLOCK', 'ANONYMIZE']) },
    })
  }
}

function isRegularExpression(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new RegExp(value) instanceof RegExp
  } catch {
    return false
  }
}
