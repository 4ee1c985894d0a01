import { scaleWords } from '../../grammar/number-words.ts'

export type Token = {
  readonly kind: 'word' | 'number' | 'date' | 'quoted' | 'mark'
  readonly text: string
  /** Where it stands in the question, in characters. */
  readonly from: number
  readonly to: number
}

/** A question's words, numbers, dates in figures and quoted texts. Marks that end or join sentences are dropped, others kept. */
export function splitQuestion(question: string): Token[] {
  const tokens: Token[] = []
  // "a 4-cylinder engine": the hyphen only joins.
  for (const match of question.replaceAll(/(?<=(?<![\p{L}\p{N}-])\d{1,3})-(?=\p{L})/gu, ' ').matchAll(pattern)) {
    const [kind, text = ''] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? []
    const place = { from: match.index, to: match.index + match[0].length }
    if (kind === 'quoted') tokens.push({ kind, text: text.slice(1, -1).trim(), ...place })
    else if (kind === 'continental') tokens.push({ kind: 'number', text: withPoint(text), ...place })
    else if (kind === 'number') tokens.push({ kind, text: text.replaceAll(',', ''), ...place })
    else if (kind === 'scaled') tokens.push({ kind: 'number', text: String(scaled(text)), ...place })
    else if (kind === 'date' || kind === 'word' || kind === 'mark') tokens.push({ kind, text, ...place })
  }
  return tokens.filter((token, index) => token.text !== '' && !isDash(question, tokens, index))
}

/** "with pain - how many": a dash between words parts them, and one between numbers is a range. */
function isDash(question: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (token === undefined || !/^[-–—]$/.test(token.text)) return false
  const isFree = /^\s?$/.test(question[token.from - 1] ?? '') && /^\s?$/.test(question[token.to] ?? '')
  return isFree && !(before?.kind === 'number' && next?.kind === 'number')
}

/** "1.000,50" is 1000.5: one dot may be either mark, and more than one or a comma behind it part thousands. */
function withPoint(text: string): string {
  return text.replaceAll('.', '').replace(',', '.')
}

/** "1.5k" is 1,500. */
function scaled(text: string): number {
  const [, figure = '', scale = ''] = /^([\d.]+)(\w+)$/.exec(text.replaceAll(',', '')) ?? []
  return Number(figure) * (scaleWords[scale.toLowerCase()] ?? 1)
}

const pattern = new RegExp(
  [
    /(?<quoted>"[^"]*"|“[^”]*”|‘[^’]*’|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}]))/u,
    /(?<date>(?<![\d.])(?:\d{4}-\d{2}-\d{2}|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-(?:0[1-9]|1[0-2])(?!-)|(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?!\/))(?!\d))/u,
    /(?<scaled>\d+(?:,\d{3})*(?:\.\d+)?(?:[kK]|[mM]|[mM][nN]|[bB][nN])(?![\p{L}\p{N}]))/u,
    /(?<continental>(?<![\p{L}\p{N}.,])\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})(?![\p{L}\p{N}.,]\d))/u,
    /(?<number>(?<![\p{L}\p{N}]-?)-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{L}\p{N}])|(?<=[\d]-)\d+(?:\.\d+)?(?![\p{L}\p{N}]))/u,
    /(?<word>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_'’&-]*[\p{L}\p{N}\p{M}_])?)/u,
    /(?<mark>>=|<=|==|[^\s.,?!:;()])/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
)
