import { asides } from '../../grammar/asides.ts'

/** A question without a clause about the person who asks, and that clause; null where there is none. */
export function withoutAside(question: string): { readonly aside: string; readonly rest: string } | null {
  for (const pattern of asides) {
    const aside = pattern.exec(question)?.[0] ?? ''
    const rest = question.replace(aside, ' ').trim()
    if (aside.trim() !== '' && rest.split(/\s+/).length >= fewestWords) return { aside: aside.trim(), rest }
  }
  return null
}

/** A question of fewer words is none. */
const fewestWords = 2
