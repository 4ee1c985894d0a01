import type { RevealedPart } from './reveal-hidden.ts'

/**
 * One sentence about what a text hides, or nothing when it hides nothing. Blanks are drawn but not warned about: code
 * is full of them.
 */
export function hiddenSummary(parts: readonly RevealedPart[]): string | undefined {
  const names = new Set<string>()
  let hidden = 0
  let lookalikes = 0
  for (const part of parts) {
    if (part.kind === 'hidden') {
      hidden += 1
      names.add(part.name)
    }
    if (part.kind === 'lookalike') lookalikes += 1
  }
  const findings = [
    hidden === 0 ? [] : [`${count(hidden, 'invisible character')} (${[...names].join('; ')})`],
    lookalikes === 0 ? [] : [`${count(lookalikes, 'word or sign', 'words or signs')} with look-alike letters`],
  ].flat()
  return findings.length === 0 ? undefined : `Contains ${findings.join(' and ')}. They are marked below.`
}

function count(amount: number, one: string, many = `${one}s`): string {
  return amount === 1 ? `1 ${one}` : `${amount} ${many}`
}
