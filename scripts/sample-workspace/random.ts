/** Numbers in [0, 1) that are the same every time (mulberry32, public domain, by Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of several, by weight. */
export function pick<Item extends { readonly weight: number }>(random: () => number, items: readonly Item[]): Item {
  let left = random() * items.reduce((sum, item) => sum + item.weight, 0)
  const found = items.find((item) => (left -= item.weight) < 0) ?? items.at(-1)
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}
