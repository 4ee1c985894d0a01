import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf, taskFeatures } from './task-features.ts'
import { taskOf } from './task.fixture.ts'

const pdf = { mediaType: 'application/pdf', bytes: 400_000 }

describe('the features of a task', () => {
  test('are small numbers whatever is asked', () => {
    const anything = fc.record({
      question: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary' })),
      previousQuestions: fc.array(fc.string(), { maxLength: 3 }),
      historyTokens: fc.nat(1_000_000),
      attachments: fc.array(
        fc.record({ mediaType: fc.constantFrom('application/pdf', 'text/csv', 'x/y'), bytes: fc.nat() }),
      ),
      toolCount: fc.nat(500),
      recentToolCalls: fc.nat(500),
      earlierFailures: fc.nat(50),
      previousTier: fc.constantFrom('small' as const, 'large' as const, null),
    })
    fc.assert(
      fc.property(anything, ({ question, ...more }) => {
        const values = Object.values(taskFeatures(taskOf(question, more)))
        expect(values.every((value) => value >= 0 && value < 5)).toBe(true)
      }),
    )
  })

  test('see no word of what is pasted as asked', () => {
    const features = taskFeatures(taskOf('translate to German\n\nPlease review the contract.\nWe must sue.\n- Kim'))
    expect(features).toMatchObject({ review: 0, law: 0, riskInMaterial: 1 })
  })

  test('tell code, logs and tables apart', () => {
    const pasted = (text: string) => taskFeatures(taskOf(`look\n\n${text}`))
    expect(pasted('function a() {\n  return b()\n}\nconst c = a()')).toMatchObject({ code: 1, log: 0, table: 0 })
    expect(pasted('2026-01-01 07:00 start\n2026-01-01 07:01 ERROR no\n2026-01-01 07:02 end')).toMatchObject({ log: 1 })
    expect(pasted('a;b;c;d\n1;2;3;4\n1;2;3;4\n1;2;3;4')).toMatchObject({ table: 1, log: 0 })
  })

  test('know a document that is to be judged from one that is looked up in', () => {
    const ask = (question: string) => taskFeatures(taskOf(question, { attachments: [pdf] })).judgeDocument
    expect(ask('is this fine for us')).toBe(1)
    expect(ask('how many pages')).toBe(0)
  })

  test('know a bare follow-up in a conversation only', () => {
    const inTalk = { previousTier: 'medium', previousQuestions: ['Which shops grew?'] } as const
    expect(taskFeatures(taskOf('and by month?', inTalk)).bareFollowUp).toBe(1)
    expect(taskFeatures(taskOf('go on', inTalk)).bareFollowUp).toBe(1)
    expect(taskFeatures(taskOf('go on')).bareFollowUp).toBe(0)
    expect(taskFeatures(taskOf('thanks', inTalk)).bareFollowUp).toBe(0)
    expect(taskFeatures(taskOf('and explain why', inTalk)).bareFollowUp).toBe(0)
  })

  test('count two characters of Chinese or Japanese as a word', () => {
    expect(lengthOf('three more words')).toBe(3)
    expect(lengthOf('数据分析')).toBe(2)
    expect(lengthOf('SQL 分析 2026')).toBe(3)
  })
})
