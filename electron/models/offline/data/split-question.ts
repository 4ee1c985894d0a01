export type Token = {
  readonly kind: 'word' | 'number' | 'date' | 'quoted' | 'mark'
  readonly text: string
}

/** A question's words, numbers, ISO dates and quoted texts. Marks that end or join sentences are dropped, others kept. */
export function splitQuestion(question: string): Token[] {
  const tokens: Token[] = []
  for (const { groups } of question.matchAll(pattern)) {
    const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (kind === 'quoted') tokens.push({ kind, text: (text ?? '').slice(1, -1).trim() })
    else if (kind === 'number') tokens.push({ kind, text: (text ?? '').replaceAll(',', '') })
    else if (kind === 'date' || kind === 'word' || kind === 'mark') tokens.push({ kind, text: text ?? '' })
  }
  return tokens.filter((token) => token.text !== '')
}

const pattern = new RegExp(
  [
    /(?<quoted>"[^"]*"|“[^”]*”|‘[^’]*’|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}]))/u,
    /(?<date>\d{4}-\d{2}-\d{2})(?!\d)/u,
    /(?<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\p{L}\p{N}])/u,
    /(?<word>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_'’&-]*[\p{L}\p{N}\p{M}_])?)/u,
    /(?<mark>>=|<=|==|[^\s.,?!:;])/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
)
