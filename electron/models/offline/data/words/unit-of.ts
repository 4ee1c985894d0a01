import { units } from '../../grammar/units.ts'

/** The first spelling of a unit; null when it is none. */
export function unitOf(word: string): string | null {
  return units.find((spellings) => spellings.includes(word.toLowerCase()))?.[0] ?? null
}
