import { followUpEnd, followUpLead, leavingOut } from '../../grammar/follow-ups.ts'

/** A follow-up without what only says that it is one: "and only the ones from Spain please" → "from Spain". */
export function withoutLead(question: string): string {
  const rest = question
    .replace(followUpEnd, '')
    .replace(followUpLead, '')
    .trim()
    .replace(leavingOut, 'without ')
    .replace(onesWith, '')
    .replace(/ (ones|people|folks)$/i, '')
  return /^(plot|chart|graph|draw|visuali[sz]e)\b/i.test(rest)
    ? rest.replace(/ (it|that|this|them|those|these)\b/i, '')
    : rest
}

/** "the ones with damage": the rows, which the question before was about already. */
const onesWith =
  /^(the |all )?(ones|those) (that |which |who )?(?=(is|are|was|were|had|have|has|with|from|in|of|for|by|over|under|above|below|at|on|before|after|since|without)\b)/i
