import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeAnswer, type Verdict } from './judge-answer.fixture.ts'
import { openQuestionWorkspace, type QuestionWorkspace } from './open-question-workspace.fixture.ts'
import { readQuestions, type Question } from './read-questions.fixture.ts'
import { reportVerdicts, type Judged } from './report-verdicts.fixture.ts'

/** Parts of all questions; the last of the unanswerable ones alone. */
const goal = { leastRight: 0.92, mostWrong: 0.03, unanswerableRefused: 1 }
/** What the analyst reaches today. Raised as it learns, never lowered. */
const holdsNow = { leastRight: 0.93, mostWrong: 0.005, unanswerableRefused: 1 }

const questions = readQuestions()
const judged: Judged[] = []

let workspace: QuestionWorkspace
beforeAll(async () => {
  workspace = await openQuestionWorkspace()
})
afterAll(async () => {
  await workspace[Symbol.asyncDispose]()
  reportVerdicts(judged, { goal, isVerbose: process.env['QUESTIONS'] === 'verbose' })
})

describe('the questions people ask', () => {
  const dataSets = [...Map.groupBy(questions, ({ data }) => data)]

  // The machine may be busy with other tests; a busy one is no fault of the analyst.
  test.each(dataSets)('about %s all come to an end', { timeout: 180_000 }, async (dataSet, about) => {
    await workspace.fill(dataSet)
    for (const question of about) judged.push(await ask(question))
    expect(judged.filter(({ question }) => question.data === dataSet)).toHaveLength(about.length)
  })

  test('are answered as the raw rows say, or refused', () => {
    const part = (verdict: Verdict, of: readonly Judged[]) =>
      of.filter((each) => each.verdict === verdict).length / of.length
    const unanswerable = judged.filter(({ question }) => 'refused' in question.expect)
    expect(judged).toHaveLength(questions.length)
    expect(part('right', judged)).toBeGreaterThanOrEqual(holdsNow.leastRight)
    expect(part('wrong', judged)).toBeLessThanOrEqual(holdsNow.mostWrong)
    expect(part('right', unanswerable)).toBeGreaterThanOrEqual(holdsNow.unanswerableRefused)
  })
})

async function ask(question: Question): Promise<Judged> {
  try {
    const exchange = await workspace.ask([...question.after, question.ask])
    return { question, verdict: judgeAnswer(question, exchange), said: exchange.markdown }
  } catch (error) {
    // A tool input its own schema refuses, or a turn without an end: a fault of the planner, never a refusal.
    return { question, verdict: 'wrong', said: `Failed: ${String(error)}` }
  }
}
