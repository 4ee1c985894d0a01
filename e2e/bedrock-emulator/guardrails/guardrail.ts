/** A guardrail of the emulated account, as a test sets it up. */
export interface Guardrail {
  /** Small letters and digits. */
  readonly id: string
  /** `DRAFT` unless told. */
  readonly version?: string
  readonly name?: string
  /** Blocked wherever they stand as words of their own, in any case. */
  readonly deniedWords?: readonly string[]
  readonly patterns?: readonly GuardrailPattern[]
  /** What is said in place of a blocked question and a blocked answer. */
  readonly blockedInputMessage?: string
  readonly blockedOutputMessage?: string
}

/** What a regular expression finds is blocked, or shown as `{name}`. */
export interface GuardrailPattern {
  readonly name: string
  readonly pattern: string
  readonly action: 'BLOCK' | 'ANONYMIZE'
}

export const draftVersion = 'DRAFT'

/** The console's own suggestion for both messages. */
export const defaultMessage = 'Sorry, the model cannot answer this question.'
