import { queryResult } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { answerQuery } from '../data/answer/answer-query.ts'
import { resolveInConversation } from '../data/resolve/resolve-in-conversation.ts'
import type { Reading } from '../data/resolve/resolution.ts'
import { notesOfTable } from '../documents/notes-of-table.ts'
import { listFiles } from '../files.ts'
import type { Step } from '../step.ts'
import { askBack } from './ask-back.ts'
import { drawChart } from './draw-chart.ts'
import { passagesInstead } from './passages-instead.ts'
import { notUnderstood } from './plan-help.ts'

/** Answers a question over tables: finds the one table that can, writes the SQL, runs it, tells the result. */
export function planFigures(situation: Situation, question: string): Step {
  if (!mayBeAboutFigures(question)) return notUnderstood('I found no word in it that I could compute with.')
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const resolved = resolveInConversation(situation, question, listing.value.files)
  if (resolved.kind === 'step') return resolved.step
  switch (resolved.value.kind) {
    case 'query':
      return runReading(situation, resolved.value.reading)
    case 'open':
      return askBack(situation, resolved.value)
    case 'refused':
      return passagesInstead(situation, { question, files: listing.value.files, refusal: resolved.value.step })
  }
}

/** A question has at least one word of two letters; "-1", "()" and smileys are none. */
function mayBeAboutFigures(question: string): boolean {
  return /\p{L}{2}/u.test(question)
}

function runReading(situation: Situation, chosen: Reading): Step {
  const { query, request, table } = chosen
  const assumptions = [...chosen.assumptions, ...notesOfTable(situation, table.name)]
  if (request.chart !== null) return drawChart(situation, chosen)
  const result = askTool(situation, { name: 'query_data', input: { sql: query.sql } }, queryResult)
  if (result.kind === 'step') return result.step
  return answerQuery({ query, filters: request.filters, assumptions, tableName: table.name }, result.value)
}
