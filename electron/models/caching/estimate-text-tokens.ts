/**
 * About how many tokens a text has, before the model's own factor is applied (`calibration.ts`). Counts what every
 * byte-pair vocabulary does alike: a common word is one token, digits go by threes, punctuation in pairs, and scripts
 * that are written without spaces take most of a token a character. One pass, no allocation.
 */
export function estimateTextTokens(text: string): number {
  let tokens = 0
  let kind: Kind = 'space'
  // A blank at the start costs nothing, so it is where an empty text begins.
  let length = 1
  for (let at = 0; at < text.length; at++) {
    const next = kindOf(text.charCodeAt(at))
    // A capital after a small letter begins a word of its own, as in camelCase.
    if (next === kind || (next === 'small' && kind === 'capital')) {
      length++
      kind = next
      continue
    }
    tokens += tokensOf(kind, length)
    kind = next
    length = 1
  }
  return tokens + tokensOf(kind, length)
}

type Kind = 'small' | 'capital' | 'digit' | 'space' | 'newline' | 'mark' | 'accented' | 'ideograph' | 'other'

function kindOf(code: number): Kind {
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'small'
    if (code >= 65 && code <= 90) return 'capital'
    if (code >= 48 && code <= 57) return 'digit'
    if (code === 10 || code === 13) return 'newline'
    return code === 32 || code === 9 ? 'space' : 'mark'
  }
  if (code < 0x250) return 'accented'
  if (code >= 0x2e80 && code <= 0xd7ff) return 'ideograph'
  return 'other'
}

/** Weights fitted by least squares to a public byte-pair vocabulary (o200k) over prose, code, tables and JSON. */
function tokensOf(kind: Kind, length: number): number {
  switch (kind) {
    case 'small':
      return 1.01 + 0.22 * Math.max(0, length - 7)
    case 'capital':
      return 1.26 + 0.09 * Math.max(0, length - 3)
    case 'digit':
      return 1.28 * Math.ceil(length / 3)
    case 'mark':
      return length === 1 ? 0.77 : 0.8 + 0.17 * (length - 2)
    // One blank belongs to the word after it; more of them are an indentation.
    case 'space':
      return length > 1 ? 1.11 : 0
    case 'newline':
      return 0.17
    case 'accented':
      return 0.59 * length
    case 'ideograph':
      return 0.8 * length
    case 'other':
      return 0.42 * length
  }
}
