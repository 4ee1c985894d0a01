export type Example = { readonly features: readonly number[]; readonly isPositive: boolean }

/**
 * Weights of a logistic regression, pulled towards `prior` by `strength` × half the squared distance. Newton's method
 * with halved steps, so the same examples give the same weights. The loss is convex: there is one best answer.
 */
export function fitLogistic(
  examples: readonly Example[],
  prior: readonly number[],
  strength: readonly number[],
): readonly number[] {
  const lossAt = (weights: readonly number[]) => loss(examples, weights, prior, strength)
  let weights = prior
  for (let round = 0; round < 30; round++) {
    const step = newtonStep(examples, weights, prior, strength)
    let share = 1
    const moved = () => weights.map((weight, index) => weight - share * (step[index] ?? 0))
    while (share > 1e-4 && lossAt(moved()) > lossAt(weights)) share /= 2
    const next = moved()
    const isDone = lossAt(weights) - lossAt(next) < 1e-7
    weights = next
    if (isDone) return weights
  }
  return weights
}

export function chanceOf(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(features, weights)))
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
}

function loss(
  examples: readonly Example[],
  weights: readonly number[],
  prior: readonly number[],
  strength: readonly number[],
): number {
  const misfit = examples.reduce((sum, { features, isPositive }) => {
    const score = dot(features, weights)
    return sum + Math.log1p(Math.exp(isPositive ? -score : score))
  }, 0)
  const pull = weights.reduce((sum, weight, i) => sum + ((strength[i] ?? 0) * (weight - (prior[i] ?? 0)) ** 2) / 2, 0)
  return misfit + pull
}

function newtonStep(
  examples: readonly Example[],
  weights: readonly number[],
  prior: readonly number[],
  strength: readonly number[],
): readonly number[] {
  const slope = weights.map((weight, i) => (strength[i] ?? 0) * (weight - (prior[i] ?? 0)))
  const bend = weights.map((_, row) => weights.map((_unused, column) => (row === column ? (strength[row] ?? 0) : 0)))
  for (const { features, isPositive } of examples) {
    const chance = chanceOf(features, weights)
    const spread = chance * (1 - chance)
    for (const [row, value] of features.entries()) {
      if (value === 0) continue
      slope[row] = (slope[row] ?? 0) + (chance - Number(isPositive)) * value
      const line = bend[row] ?? []
      for (const [column, other] of features.entries()) line[column] = (line[column] ?? 0) + spread * value * other
    }
  }
  return solve(bend, slope)
}

/** Gauss's elimination. The matrix is symmetric and positive definite, as every strength is above 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (const [index, pivot] of rows.entries()) {
    const head = pivot[index] ?? 1
    for (const [other, row] of rows.entries()) {
      const factor = other === index ? 0 : (row[index] ?? 0) / head
      if (factor === 0) continue
      for (let column = index; column < row.length; column++) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
      }
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1))
}
