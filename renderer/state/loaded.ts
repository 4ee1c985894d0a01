import { toWireError, type WireError } from '../../shared/errors.ts'

/** Something asked of the host: on its way, here, or failed with words for it. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: WireError }

export const loading: Loaded<never> = { kind: 'loading' }

export function ready<Value>(value: Value): Loaded<Value> {
  return { kind: 'ready', value }
}

export function failed(error: unknown): Loaded<never> {
  return { kind: 'failed', error: toWireError(error) }
}

/** What there is to show, or `fallback` while there is nothing. */
export function valueOr<Value, Fallback>(loaded: Loaded<Value> | undefined, fallback: Fallback): Value | Fallback {
  return loaded?.kind === 'ready' ? loaded.value : fallback
}

/** Changes what is there; what is on its way or failed stays as it is. */
export function mapLoaded<Value>(loaded: Loaded<Value>, change: (value: Value) => Value): Loaded<Value> {
  return loaded.kind === 'ready' ? ready(change(loaded.value)) : loaded
}
