/** A question for a change said with a verb, in words of the grammar: "did sales go up from May to June"; else null. */
export function sayChange(text: string): string | null {
  return fromTo(text) ?? overOther(text) ?? againstBefore(text) ?? inPercent(text)
}

const verbs =
  '(?:go|goes|went|gone|move|moved|come|came|get|got|gotten) (?:up|down|better|worse|higher|lower|bigger|smaller)|rise|rises|rose|risen|fall|falls|fell|fallen|drop|drops|dropped|climb|climbs|climbed|grow|grows|grew|grown|shrink|shrinks|shrank|shrunk|increase|increases|increased|decrease|decreases|decreased|decline|declines|declined|improve|improves|improved|worsen|worsens|worsened|change|changes|changed|develop|develops|developed|evolve|evolves|evolved|vary|varies|varied|move|moves|moved|go|went|gone'

/** "did the strikes in Ohio rise from 1995 to 2000" */
function fromTo(text: string): string | null {
  const [, figure, place = '', between] =
    new RegExp(
      `^(?:by )?(?:(?:how(?: (?:much|many|far))?|what(?: percentage| percent| %| amount)?) )?(?:did|has|have|had|do|does) (?:the |our |my )?(.+?) (?:${verbs})( .+?)? ((?:from|between) .+? (?:to|and|until|till) .+)$`,
      'i',
    ).exec(text) ?? []
  return figure === undefined || between === undefined ? null : `change of ${figure}${place} ${between}`
}

/** "growth of sales in 2023 over 2022", "did sales rise in 2023 compared to 2022" */
function overOther(text: string): string | null {
  const [, rising, now, then] =
    new RegExp(
      `^(?:did|has|have|had) (?:the |our |my )?(.+?) (?:${verbs}) (?:in|for|during) (.+?),? (?:as )?(?:compared (?:to|with)|versus|vs\\.?|against|relative to|over|from) (?:in )?(.+)$`,
      'i',
    ).exec(text) ?? []
  if (rising !== undefined && !/\b(before|previous|prior|preceding)\b/i.test(then ?? ''))
    return `change of ${rising} from ${then} to ${now}`
  const [, change, figure, later, earlier] =
    /^(?:the )?(growth|change|increase|decrease|rise|fall|drop|decline) (?:of|in) (.+?) (?:in|for|of) (.+?) (?:over|compared (?:to|with)|versus|vs\.?|against|relative to) (.+)$/i.exec(
      text,
    ) ?? []
  const isOther = earlier !== undefined && !/\b(before|previous|prior|preceding)\b/i.test(earlier)
  return change === undefined || !isOther ? null : `change of ${figure} from ${earlier} to ${later}`
}

/** "growth of sales per month in percent": it is told so anyway. */
function inPercent(text: string): string | null {
  const [, said] =
    /^(.*\b(?:growth|change|changes|increase|decrease)\b.*?),? (?:in|as an?) (?:percent|per cent|%|percentage)$/i.exec(
      text,
    ) ?? []
  return said ?? null
}

/** "sales per month compared to the month before" */
function againstBefore(text: string): string | null {
  const [, said, first, second] =
    /^(.+?),? (?:as )?(?:compared (?:to|with)|against|versus|vs\.?|relative to|over|from) (?:the |that of the )?(?:(day|week|month|quarter|year) before(?: it| that)?|(?:previous|preceding|prior|last) (day|week|month|quarter|year))$/i.exec(
      text,
    ) ?? []
  const unit = first ?? second
  if (said === undefined || unit === undefined) return null
  const isSplit = new RegExp(
    `\\b(?:by|per|each|every|which|in the) ${unit}|\\b${unit === 'day' ? 'dai' : unit}ly\\b`,
    'i',
  ).test(said)
  const isNamed = /\b(?:change|changes|growth|grow|grew|increase|decrease|difference)\b/i.test(said)
  if (!isSplit && /\d/.test(said)) return null
  return `${isNamed ? '' : 'change of '}${said}${isSplit ? '' : ` by ${unit}`}`
}
