/** A word that occurs, how far it is from the one asked for, and how often it occurs. */
export type Spelling = { readonly word: string; readonly distance: number; readonly times: number }

/**
 * The word of a vocabulary that a mistyped one is most likely meant to be: the same first letter, one letter changed,
 * missing, added or swapped, two in words of nine letters and more. Words under five letters and figures are never
 * corrected: too much would be one letter away.
 */
export function nearestWord(asked: string, vocabulary: ReadonlyMap<string, number>): Spelling | null {
  const most = asked.length >= 9 ? 2 : asked.length >= 5 ? 1 : 0
  if (most === 0 || /\p{N}/u.test(asked)) return null
  let nearest: Spelling | null = null
  for (const [word, times] of vocabulary) {
    if (word[0] !== asked[0] || Math.abs(word.length - asked.length) > most || word.length < 4) continue
    const distance = editDistance(asked, word)
    if (distance > most) continue
    const isNearer =
      nearest === null ||
      distance < nearest.distance ||
      (distance === nearest.distance && (times > nearest.times || (times === nearest.times && word < nearest.word)))
    if (isNearer) nearest = { word, distance, times }
  }
  return nearest
}

/** Letters to change, add, leave out or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isEqual = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const steps = [at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (isEqual ? 0 : 1)]
      if (row > 1 && column > 1 && isSwap) steps.push(at(beforeLast, column - 2) + 1)
      current.push(Math.min(...steps))
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
