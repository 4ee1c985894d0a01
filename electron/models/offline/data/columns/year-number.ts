/** Years as people write them. Other numbers are quantities. */
export function isYearNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1000 && value < 2200
}
