/** What people write where a value is missing, beside nothing at all. Compared without blanks around and without case. */
const marks = new Set([
  'na',
  'n/a',
  '#n/a',
  '#na',
  'nan',
  'null',
  '<na>',
  'none',
  'n.a.',
  '-',
  '--',
  '–',
  '—',
  '.',
  '?',
])

/** Says for certain that a value is missing, in a column of words too. */
const certainMarks = new Set(['n/a', '#n/a', '<na>', 'null', 'nan'])

export function isMissingMark(value: string): boolean {
  const text = value.trim()
  return text.length <= longestMark && marks.has(text.toLowerCase())
}

const longestMark = Math.max(...[...marks].map(({ length }) => length))

/**
 * The marks among the different values of a column of words. “NA” is a continent and “-” may be an operator, so among
 * codes as short as themselves only what cannot mean anything else counts.
 */
export function marksAmongWords(values: readonly string[]): string[] {
  const words = values.filter((value) => !isMissingMark(value))
  const short = words.filter((word) => word.trim().length <= 3).length
  const isCodes = words.length === 0 || short * 2 > words.length
  return values.filter((value) => (isCodes ? certainMarks.has(value.trim().toLowerCase()) : isUnlikelyWord(value)))
}

function isUnlikelyWord(value: string): boolean {
  return isMissingMark(value) && value.trim().toLowerCase() !== 'none'
}
