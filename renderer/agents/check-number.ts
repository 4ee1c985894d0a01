export type NumberRange = { readonly least: number; readonly most: number; readonly isWhole: boolean }

export type CheckedNumber =
  | { readonly kind: 'unset' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'wrong'; readonly sentence: string }

/** Reads what a person typed as a setting: nothing means unset, and what is out of range is refused with a sentence. */
export function checkNumber(text: string, range: NumberRange): CheckedNumber {
  const typed = text.trim()
  if (typed === '') return { kind: 'unset' }
  const value = range.isWhole ? readWhole(typed) : readDecimal(typed)
  if (value >= range.least && value <= range.most) return { kind: 'number', value }
  return { kind: 'wrong', sentence: rangeSentence(range) }
}

/** Thousands may be grouped, by threes only: 1.5 is no 15. */
function readWhole(text: string): number {
  return /^(\d+|\d{1,3}([\s,.'’_]\d{3})+)$/.test(text) ? Number(text.replaceAll(/\D/g, '')) : NaN
}

/** With either decimal sign. */
function readDecimal(text: string): number {
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN
}

function rangeSentence({ least, most, isWhole }: NumberRange): string {
  const [from, to] = [least, most].map((end) => end.toLocaleString('en-US'))
  return `Enter a ${isWhole ? 'whole ' : ''}number from ${from} to ${to}, or leave it empty.`
}
