import { isSameAsResult } from './compare-with-result.fixture.ts'
import type { Expected, GroupFigures } from './compute-expected.fixture.ts'
import { rawRowsOf } from './data-sets.fixture.ts'
import type { Expectation } from './expectation.fixture.ts'
import { expectedIn } from './expected-of.fixture.ts'
import type { Exchange } from './open-question-workspace.fixture.ts'
import type { Question } from './read-questions.fixture.ts'
import { readReply, type Reply } from './read-reply.fixture.ts'
import { saysFigure, saysName } from './says.fixture.ts'

export type Verdict = 'right' | 'wrong' | 'refused'

const mostChoices = 4

/** An expectation that takes one answer alone. */
type OneAnswer = Exclude<Expectation, { refused: true } | { anyOf: unknown[] }>

/**
 * `refused` computes nothing and draws nothing. Anything computed is `right` only if the rows under the answer are what
 * the raw rows say and the sentence says so too; otherwise it is `wrong`.
 */
export function judgeAnswer({ data, expect }: Pick<Question, 'data' | 'expect'>, exchange: Exchange): Verdict {
  const reply = readReply(exchange)
  if ('refused' in expect) return reply.isComputed && !reply.isEmpty ? 'wrong' : 'right'
  const fair = 'anyOf' in expect ? expect.anyOf : [expect]
  if (fair.some((each) => isRight(data, each, reply))) return 'right'
  return reply.isComputed ? 'wrong' : 'refused'
}

function isRight(data: string, expect: OneAnswer, reply: Reply): boolean {
  if ('open' in expect) return isOffered(expect.open, columnNames(data), reply)
  if ('chart' in expect) return isRightChart(data, expect, reply)
  const expected = expectedIn(data, expect)
  return reply.result !== null && isSameAsResult(expected, reply.result) && says(expected, reply.prose)
}

/** To list what a table has offers nothing: one paragraph, or the buttons, names both and few others. */
function isOffered(readings: readonly string[], columns: readonly string[], { isComputed, offered }: Reply): boolean {
  const named = (names: readonly string[], text: string) =>
    names.filter((name) => text.toLowerCase().includes(name.toLowerCase()))
  const offersBoth = (text: string) =>
    named(readings, text).length === readings.length && named(columns, text).length <= mostChoices
  return !isComputed && offered.some(offersBoth)
}

function columnNames(data: string): readonly string[] {
  return Object.keys(rawRowsOf(data)[0] ?? {})
}

/** The last chart is of a fair kind, asks for these columns, and its points are what the raw rows say. */
function isRightChart(data: string, expect: Extract<OneAnswer, { chart: string[] }>, { charts }: Reply): boolean {
  const chart = charts.at(-1)
  if (chart === undefined || !expect.chart.includes(chart.kind)) return false
  const isAskedFor = (column: string) => chart.sql.toLowerCase().includes(column.toLowerCase())
  if (!expect.fields.every(isAskedFor)) return false
  return expect.data === undefined || isSameAsResult(expectedIn(data, expect.data), chart)
}

/** A table speaks for itself; a figure, one winner or one name must stand in the sentence. */
function says(expected: Expected, prose: string): boolean {
  switch (expected.kind) {
    case 'figures':
      return expected.figures.every((figured) => saysFigure(prose, figured))
    case 'ranked':
      return expected.keep > 1 || winners(expected.groups).some(({ key }) => saysAll(prose, key))
    case 'names':
      return expected.names.length > 1 || expected.names.every((name) => saysName(prose, name))
    case 'groups':
      return true
  }
}

function winners(groups: readonly GroupFigures[]): readonly GroupFigures[] {
  return groups.filter(({ figures }) => figures[0]?.[0] === groups[0]?.figures[0]?.[0])
}

function saysAll(prose: string, key: GroupFigures['key']): boolean {
  return key.every((part) => part !== null && saysName(prose, part.text, part.unit))
}
