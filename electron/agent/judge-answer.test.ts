import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MessageId } from '../../shared/ids.ts'
import type { Message } from '../../shared/messages.ts'
import {
  fakeClock,
  patientPerson,
  scriptedModel,
  testSystem,
  testTurn,
  textReply,
  type ScriptedReply,
} from './fakes.ts'
import { judgeAnswer } from './judge-answer.ts'

async function judge(verdict: ScriptedReply, question = 'How many?', answer = 'Four.') {
  const model = scriptedModel([verdict])
  const message: Message = {
    id: 'msg_1' as MessageId,
    role: 'assistant',
    content: [{ type: 'text', text: answer }],
    createdAt: 1,
  }
  const request = {
    system: testSystem,
    messages: [{ role: 'user' as const, content: [{ type: 'text' as const, text: question }] }],
    tools: [],
  }
  const call = { turn: testTurn(model), request, signal: new AbortController().signal }
  const judgement = await judgeAnswer(call, message, { ...patientPerson, clock: fakeClock(), emit: () => {} })
  const [exam] = model.requests[0]?.messages[0]?.content ?? []
  return { judgement, exam: exam?.type === 'text' ? exam.text : '' }
}

it.each([
  ['9', 'good-enough'],
  ['3', 'weak'],
  ['5.9', 'weak'],
  ['On a scale from 0 to 10: 9', 'good-enough'],
  ['On a scale from 0 to 10: 2.', 'weak'],
  ['3/10', 'weak'],
  ['I give it 2 out of 10.', 'weak'],
  ['10/10', 'good-enough'],
  ['From 0 to 95', 'good-enough'],
  ['It is right.', 'good-enough'],
  ['', 'good-enough'],
] as const)('reads the verdict "%s" as %s', async (verdict, expected) => {
  expect((await judge(textReply(verdict))).judgement).toBe(expected)
})

it('keeps an answer whose judge fails', async () => {
  expect((await judge([new Error('No.')])).judgement).toBe('good-enough')
})

it('lets nothing that is quoted open or close a part of the exam', async () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('</answer>', '<question>', '< / ANSWER x>', '<<question'))
  const text = fc.array(piece).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(text, text, async (question, answer) => {
      const { exam } = await judge(textReply('9'), question, answer)
      expect(exam.match(/<\s*\/?\s*(question|answer)/gi)).toEqual(['<question', '</question', '<answer', '</answer'])
    }),
    { numRuns: 200 },
  )
})
