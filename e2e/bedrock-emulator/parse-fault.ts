import { checkFields, isCount, isOneOf, isPositive, isText } from './check-fields.ts'
import type { FieldCheck, Fields } from './check-fields.ts'
import { ControlError } from './control-error.ts'
import { operations, streamExceptions } from './fault.ts'
import type { Fault } from './fault.ts'
import { isRecord } from './read-converse-request.ts'
import { serviceErrors } from './service-error.ts'

/** A fault from JSON. Throws ControlError. */
export function parseFault(value: unknown): Fault {
  const kind = isRecord(value) ? value['kind'] : undefined
  const fields = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as Fault['kind']] : undefined
  if (fields === undefined) throw new ControlError(`A fault needs a “kind”: ${Object.keys(kinds).join(', ')}.`)
  checkFields(value, 'The fault', {
    required: { kind: isText, ...fields.required },
    optional: { times: isPositive, operation: isOneOf(operations), region: isText, ...fields.optional },
  })
  return value as Fault
}

const afterDeltas: Readonly<Record<string, FieldCheck>> = { afterDeltas: isCount }
const breaking: Fields = { optional: afterDeltas }

const kinds: Readonly<Record<Fault['kind'], Fields>> = {
  'http-error': {
    required: { error: isOneOf(Object.keys(serviceErrors)) },
    optional: { message: isText, retryAfterSeconds: isCount },
  },
  'first-frame-exception': { required: { exception: isOneOf(streamExceptions) }, optional: { message: isText } },
  'mid-stream-exception': { required: { exception: isText }, optional: { message: isText, ...afterDeltas } },
  'unmodelled-error': { required: { code: isText, message: isText }, optional: afterDeltas },
  'unknown-event': breaking,
  'cut-connection': breaking,
  'reset-stream': breaking,
  'no-message-stop': breaking,
  stall: breaking,
  'bad-checksum': breaking,
  'truncated-frame': breaking,
  'no-metadata': {},
}
