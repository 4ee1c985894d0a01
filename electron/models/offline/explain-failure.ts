import { plainText } from './markdown.ts'
import type { Exchange } from './read-turn.ts'

/** A failed, refused or unanswered call in one plain paragraph for the person. */
export function explainFailure({ name, text }: Exchange): string {
  const said = plainText(text)
  if (said.startsWith('The person denied this call')) {
    return `You did not allow *${name}*, so I stopped there and nothing was changed.`
  }
  if (said.startsWith('Not answered')) {
    return `The question about *${name}* was not answered, so I did not do it and nothing was changed. Ask me again when you can answer it.`
  }
  if (said.startsWith('The person stopped this call')) return `*${name}* was stopped before it was done.`
  return `That did not work: *${name}* says “${said}”`
}
