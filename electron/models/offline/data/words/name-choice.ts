/** Which two things a question names to choose from, with the word that asks and what is asked of them. */
export type Choice = { readonly lead: string; readonly head: string; readonly first: string; readonly second: string }

/** "who saw more patients, Ann or Bob", said before or behind, or within: "which of Ann and Bob saw more"; else null. */
export function nameChoice(text: string): Choice | null {
  for (const form of forms) {
    const { lead, head, first, second } = form.exec(text)?.groups ?? {}
    if (lead !== undefined && head !== undefined && first !== undefined && second !== undefined)
      return { lead, head, first, second }
  }
  return null
}

const forms: readonly RegExp[] = [
  /^(?<lead>who|which|what|where)(?: ones?)?(?: of the two| of them)?, (?:the )?(?<first>[^,]+?) or (?:the )?(?<second>[^,]+?), (?<head>.+)$/i,
  /^(?<lead>who|which|what)(?: ones?)? of (?:the )?(?<first>[^,]+?) (?:and|or) (?:the )?(?<second>.+?)(?<head> (?:(?:is|was|has|had|does|did|are|were) .+|\p{L}+ (?:the )?(?:more|fewer|less|better|higher|lower)\b.*))$/iu,
  /^(?:between|out of|of) (?:the )?(?<first>.+?) (?:and|or) (?:the )?(?<second>[^,:;]+?)[,:;]? (?<lead>who|which|what|where)\b(?<head>.*)$/i,
  /^(?<lead>who|which|what|where)\b(?:['’]s)?(?<head>.*?)\s*[,:;?–]\s*(?:the )?(?<first>.+?) or (?:the )?(?<second>.+)$/i,
  /^(?:the )?(?<first>.+?) or (?:the )?(?<second>[^,:;?]+?)(?:\s*[,:;?–]+| -) *(?<lead>who|which|what|where)\b(?<head>.*)$/i,
]
