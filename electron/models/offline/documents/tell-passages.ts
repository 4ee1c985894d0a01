import type { DocumentPassages } from '../../../../shared/tool-results.ts'
import { enumerate, plainText } from '../markdown.ts'
import { quote } from './quote.ts'

type Passage = DocumentPassages['passages'][number]

/** Each passage as a quotation under where it stands and what was found in it. `isNamed`: its document is told too. */
export function tellPassages(passages: readonly Passage[], { isNamed }: { readonly isNamed: boolean }): string[] {
  return passages.flatMap((passage) => [tellPlace(passage, isNamed), quote(passage.text)])
}

function tellPlace({ path, where, heading, matched, missing }: Passage, isNamed: boolean): string {
  const words = (list: readonly string[]) => enumerate(list.map((word) => `“${plainText(word)}”`))
  return [
    isNamed ? `*${plainText(path)}*` : null,
    `**${plainText(where)}**`,
    heading === null ? null : `under *${plainText(heading)}*`,
    matched.length === 0 ? 'found in its heading' : `found: ${words(matched)}`,
    missing.length === 0 ? null : `not here: ${words(missing)}`,
  ]
    .filter((each) => each !== null)
    .join(' · ')
}

/** The word that was taken for a mistyped one; null when every word was looked for as it was written. */
export function tellSpelling({ wanted }: DocumentPassages): string | null {
  const corrected = wanted.filter(({ insteadOf }) => insteadOf !== null)
  if (corrected.length === 0) return null
  const pairs = corrected.map(({ asked, insteadOf }) => `“${plainText(asked)}” for “${plainText(insteadOf ?? '')}”`)
  return `I took ${enumerate(pairs)}, which is nowhere.`
}
