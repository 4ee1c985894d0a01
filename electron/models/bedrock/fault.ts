/** What of a foreign error the mapping reads. */
export type Fault = {
  /** `ThrottlingException`, `CredentialsProviderError`, `TimeoutError`, …; the wire's lower-case start is raised. */
  readonly name: string
  /** What the service or the system said. */
  readonly message: string
  /** HTTP status, when an answer came. */
  readonly status: number | undefined
  /** Node's code of a failed connection: `ECONNREFUSED`, `ENOTFOUND`, … */
  readonly networkCode: string | undefined
  /** How long the service asks to be left alone, in milliseconds, where it says so. */
  readonly retryAfterMs: number | undefined
}

/** Reads any thrown value. A failed connection may hide its code in its cause or, with two addresses, in a list. */
export function readFault(error: unknown): Fault {
  if (!(error instanceof Error)) {
    const nothingMore = { status: undefined, networkCode: undefined, retryAfterMs: undefined }
    return { name: 'Error', message: String(error), ...nothingMore }
  }
  const metadata = property(error, '$metadata')
  const status = property(metadata, 'httpStatusCode')
  return {
    name: error.name.charAt(0).toUpperCase() + error.name.slice(1),
    message: readMessage(error),
    status: typeof status === 'number' ? status : undefined,
    networkCode: readNetworkCode(error),
    retryAfterMs: readRetryAfter(property(property(error, '$response'), 'headers')),
  }
}

/** An exception the SDK has no type for carries its JSON body as its message. */
function readMessage(error: Error): string {
  if (!error.message.startsWith('{')) return error.message
  try {
    const message = property(JSON.parse(error.message), 'message')
    return typeof message === 'string' ? message : error.message
  } catch {
    return error.message
  }
}

function readNetworkCode(error: unknown): string | undefined {
  const code = property(error, 'code')
  if (typeof code === 'string') return code
  const [first] = error instanceof AggregateError ? error.errors : []
  const inner: unknown = first ?? property(error, 'cause')
  return inner === undefined ? undefined : readNetworkCode(inner)
}

/** `x-amz-retry-after` is in milliseconds; `retry-after` in seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: unknown): number | undefined {
  const ms = property(headers, 'x-amz-retry-after')
  if (typeof ms === 'string' && /^\d+$/.test(ms)) return Number(ms)
  const after = property(headers, 'retry-after')
  if (typeof after !== 'string') return undefined
  if (/^\d+(\.\d+)?$/.test(after)) return Math.round(Number(after) * 1000)
  const at = Date.parse(after)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
