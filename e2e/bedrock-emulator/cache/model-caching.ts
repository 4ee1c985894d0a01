import type { Section } from './prompt.ts'

export const cacheTtls = ['1h', '5m'] as const

/** How long an entry lives after it was last used. */
export type CacheTtl = (typeof cacheTtls)[number]

export const ttlMs: Readonly<Record<CacheTtl, number>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 }

/** What a model's card says of its prompt cache. */
export interface ModelCaching {
  /** A prefix with fewer tokens is silently not cached. */
  readonly minimumTokens: number
  readonly ttls: readonly CacheTtl[]
  /** Where its points may stand. */
  readonly sections: readonly Section[]
  /** Whether a point may come right after a document whose text the service extracts, which is any but a PDF. */
  readonly takesPointAfterText: boolean
}
