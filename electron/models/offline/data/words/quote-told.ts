import { irregularVerbs } from '../../grammar/carrying-verbs.ts'
import { stemOf } from '../../words.ts'
import { isTruth, yesOf, type Column } from '../columns/table-columns.ts'

/**
 * A question with a deed of several words in quotes where a column of yes and no is called so in another form of its verb:
 * "have to come back", told by `Came Back`. A turn of speech would say it in other words.
 */
export function quoteTold(question: string, columns: readonly Column[]): string {
  const told = columns.filter((column) => (isTruth(column) || yesOf(column) !== null) && !column.name.includes('"'))
  return told.reduce((said, { name }) => {
    const [verb = '', ...more] = name.toLowerCase().match(/\p{L}+/gu) ?? []
    if (more.length === 0 || !isDeed(verb)) return said
    const deed = new RegExp(`(?<![\\p{L}"])(?:${formsOf(verb).join('|')}) ${more.join(' ')}(?![\\p{L}"])`, 'giu')
    return said.replaceAll(deed, `"${name}"`)
  }, question)
}

/** "panels cleaned" are a thing and what was done to it. */
function isDeed(verb: string): boolean {
  return verb.endsWith('ed') || irregularVerbs.some((forms) => forms.includes(verb))
}

function formsOf(verb: string): readonly string[] {
  const irregular = irregularVerbs.find((forms) => forms.includes(verb))
  const stem = stemOf(verb)
  return irregular ?? [verb, ...['', 'e', 's', 'es', 'ed', 'ing'].map((ending) => `${stem}${ending}`)]
}
