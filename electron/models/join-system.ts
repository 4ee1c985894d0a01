import type { SystemText } from '../agent/ports.ts'

/** The whole system prompt as one text, for providers that take no blocks; empty when there is none. */
export function joinSystem({ stable, varying }: SystemText): string {
  return [stable, varying]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}
