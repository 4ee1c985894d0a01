import type { JsonValue } from '../../../shared/schema.ts'

/** A field of a tool's input where it is text; '' otherwise. */
export function inputText(input: JsonValue | undefined, field: string): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ''
  const value = Object.entries(input).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : ''
}
