/**
 * The only way out to the network for tools. http(s) only; the name is resolved once, every address must be public,
 * that very address is dialled, and all again on each redirect. Throws `ADDRESS_NOT_ALLOWED`, `HOST_UNREACHABLE`, `CANCELLED`.
 */
export type GuardedFetch = (url: string, options: GuardedFetchOptions) => Promise<GuardedResponse>

export type GuardedFetchOptions = {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** After decompression. */
  readonly maxBytes: number
  readonly maxRedirects?: number
}

export type GuardedResponse = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly isTruncated: boolean
  /** After redirects. */
  readonly finalUrl: string
}
