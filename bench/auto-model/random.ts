/** The same numbers from 0 up to 1 for the same seed, so that a fit can be repeated (a linear congruential generator). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // Multiplier and increment of Numerical Recipes; the low bits are weak, and hardly count in the quotient.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
