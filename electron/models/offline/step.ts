import type { JsonValue } from '../../../shared/schema.ts'

export type PlannedCall = { readonly name: string; readonly input: JsonValue }

/** What the offline analyst does next: asks for tools, all at once, or answers. */
export type Step =
  | { readonly kind: 'call'; readonly calls: readonly PlannedCall[] }
  | { readonly kind: 'answer'; readonly markdown: string }

export function answer(...paragraphs: readonly (string | null)[]): Step {
  return { kind: 'answer', markdown: paragraphs.filter((each) => each !== null && each !== '').join('\n\n') }
}

/** Something a plan needs: already known, or the step that finds it out (or says why it cannot). */
export type Known<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'step'; readonly step: Step }

export function known<Value>(value: Value): Known<Value> {
  return { kind: 'known', value }
}

export function unknown(step: Step): Known<never> {
  return { kind: 'step', step }
}
