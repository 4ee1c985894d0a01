import { describe, expect, test } from 'vitest'
import type { ToolAnswer, ToolContext } from '../tool.ts'
import { calculator } from './calculator.ts'
import { currentTime } from './current-time.ts'

const context = { now: () => new Date('2026-03-29T00:30:00Z') } as ToolContext

async function answerOf(steps: AsyncGenerator<unknown, ToolAnswer, void>): Promise<unknown> {
  const step = await steps.next()
  if (step.done !== true) throw new Error('expected an answer at once')
  const [content] = step.value.content
  return content?.type === 'json' ? content.value : content
}

describe('current_time', () => {
  test('gives the moment in UTC and in a zone, on both sides of a change of clocks', async () => {
    expect(await answerOf(currentTime.run({ timeZone: 'Europe/Berlin' }, context, undefined))).toEqual({
      utc: '2026-03-29T00:30:00.000Z',
      timeZone: 'Europe/Berlin',
      local: '2026-03-29 01:30:00',
      weekday: 'Sunday',
    })
    const later = { now: () => new Date('2026-03-29T01:30:00Z') } as ToolContext
    expect(await answerOf(currentTime.run({ timeZone: 'Europe/Berlin' }, later, undefined))).toMatchObject({
      local: '2026-03-29 03:30:00',
    })
  })

  test('says that there is no such time zone', async () => {
    await expect(answerOf(currentTime.run({ timeZone: 'Mars/Base' }, context, undefined))).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: 'There is no time zone named "Mars/Base".',
    })
  })
})

test('calculator answers with the expression and its value', async () => {
  const calculate = await calculator.load()
  expect(await answerOf(calculator.run({ expression: '0.1 + 0.2' }, context, calculate))).toEqual({
    expression: '0.1 + 0.2',
    result: '0.3',
  })
})
