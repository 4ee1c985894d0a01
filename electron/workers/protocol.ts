import type { WireError } from '../../shared/errors.ts'

/** A worker's methods by name. `progress` is `never` where there is none. */
export type WorkerMethods = Readonly<
  Record<string, { readonly input: unknown; readonly output: unknown; readonly progress: unknown }>
>

export type WorkerRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }

export type WorkerReply =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError; readonly cause: string }
