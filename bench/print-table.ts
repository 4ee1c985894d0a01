import { isGoalMet, type Figure } from './figure.ts'

/** The figures as lines of aligned columns: figure, value, spread, goal, met. */
export function printTable(figures: readonly Figure[]): string {
  const rows = [['figure', 'median', 'min to max', 'samples', 'goal', 'met?'], ...figures.map(toRow)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

function toRow(figure: Figure): string[] {
  const { name, unit, spread } = figure
  const met = isGoalMet(figure)
  return [
    name,
    `${round(spread.median)} ${unit}`,
    `${round(spread.min)} to ${round(spread.max)}`,
    String(spread.samples),
    goalWords(figure),
    met === undefined ? '' : met ? 'yes' : 'NO',
  ]
}

function goalWords({ unit, goalAtMost, goalAtLeast }: Figure): string {
  if (goalAtMost !== undefined) return `≤ ${goalAtMost} ${unit}`
  return goalAtLeast === undefined ? '' : `≥ ${goalAtLeast} ${unit}`
}

function round(value: number): string {
  return value.toFixed(2)
}
