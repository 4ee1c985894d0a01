import type { Column } from '../columns/table-columns.ts'

/** Whether what comes and what goes is in one column: "payments of more than 75" are below zero there. */
export function comesAndGoes({ min, max }: Column): boolean {
  return Number(min) < 0 && Number(max) > 0
}
