import type { Join } from '../data/tables/find-joins.ts'
import type { Table } from '../data/columns/table-columns.ts'
import { speakableParts, type SpeakableParts } from './speakable-parts.ts'

/** Questions of each kind that a table can answer, in its own names; each list may be empty. */
export type TableExamples = {
  readonly figures: readonly string[]
  readonly charts: readonly string[]
  /** To be asked after the first of the figures. */
  readonly followUps: readonly string[]
}

export function tableExamples(table: Table): TableExamples {
  const parts = speakableParts(table)
  return {
    figures: figureQuestions(parts).map(asSentence),
    charts: chartQuestions(parts).map(asSentence),
    followUps: followUps(parts),
  }
}

/** A figure of one table by a group of the other; null where names do not allow one. */
export function joinExample({ many, one, added }: Join): string | null {
  const { figure } = speakableParts(many)
  const columns = one.columns.filter((column) => added.get(column.name) === column)
  const { group } = speakableParts({ ...one, columns })
  return figure === null || group === null ? null : asSentence(`${figure} by ${group}`)
}

/** Of several tables the one that shows most of what can be asked. */
export function mostTelling(tables: readonly Table[]): Table | undefined {
  const score = (table: Table) => {
    const { figure, figures, group, value, time } = speakableParts(table)
    return [figure, figures[1], group, value, time].filter((part) => part !== null && part !== undefined).length
  }
  return tables.filter(({ rows }) => rows > 1).toSorted((a, b) => score(b) - score(a))[0]
}

function figureQuestions({ place, figure, group, value, time }: SpeakableParts): readonly string[] {
  const counted = group !== null && value !== null ? [`how many rows ${place} where ${group} is ${value}`] : []
  if (figure === null) return group === null ? counted : [`number of rows by ${group} ${place}`, ...counted]
  return [
    ...(group === null ? [`${figure} ${place}`] : [`${figure} by ${group} ${place}`]),
    ...(group === null ? [] : [`which ${group} has the highest ${figure} ${place}`]),
    ...counted,
    ...(time === null ? [] : [`growth of ${figure} ${time} ${place}`]),
  ]
}

function chartQuestions({ place, figure, figures, group, time }: SpeakableParts): readonly string[] {
  const [first, second] = figures
  return [
    ...(figure !== null && time !== null ? [`chart ${figure} ${time} ${place}`] : []),
    ...(figure !== null && group !== null && time === null ? [`chart ${figure} by ${group} ${place}`] : []),
    ...(first === undefined ? [] : [`histogram of ${first} ${place}`]),
    ...(first === undefined || second === undefined ? [] : [`plot ${first} against ${second} ${place}`]),
  ]
}

function followUps({ figure, group, value, time }: SpeakableParts): readonly string[] {
  if (figure === null || group === null) return []
  return [
    ...(time === null ? [] : [`and ${time}?`]),
    ...(value === null ? [] : [`only ${value}`]),
    'as a chart',
    'and the average?',
  ]
}

function asSentence(question: string): string {
  return question.charAt(0).toUpperCase() + question.slice(1)
}
