import { AppError, toWireError } from '../../shared/errors.ts'
import {
  requests,
  type Reply,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/ipc/contract.ts'
import { z } from '../../shared/schema.ts'

/** One function per request of the contract: a missing or wrong one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (input: RequestInput<Name>) => Promise<RequestOutput<Name>> | RequestOutput<Name>
}

export type Dispatch = (envelope: unknown) => Promise<Reply<unknown>>

const requestEnvelope = z.strictObject({ name: z.string(), input: z.unknown() })

/**
 * The one way in for a page. Never rejects: an unknown name, an input that does not fit and a handler's failure all
 * become a reply. Unforeseen errors are logged whole and cross as `INTERNAL`.
 */
export function createDispatch(handlers: Handlers, logFailure: (request: string, error: unknown) => void): Dispatch {
  return async (envelope) => {
    const parsed = requestEnvelope.safeParse(envelope)
    if (!parsed.success || !isRequestName(parsed.data.name)) return refuse('The page asked for something unknown.')
    const { name, input } = parsed.data
    const checked = requests[name].input.safeParse(input)
    if (!checked.success) return refuse(`${name}: ${describeIssue(checked.error)}`)
    try {
      const handle = handlers[name] as (input: unknown) => unknown
      return { ok: true, value: await handle(checked.data) }
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'INTERNAL') logFailure(name, error)
      return { ok: false, error: toWireError(error) }
    }
  }
}

function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}

function refuse(message: string): Reply<never> {
  return { ok: false, error: { code: 'INVALID_REQUEST', message, retryable: false } }
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'invalid input' : `${issue.path.join('.') || 'input'}: ${issue.message}`
}
