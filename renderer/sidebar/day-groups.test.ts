import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '../../shared/conversations.ts'
import { dayGroups } from './day-groups.ts'

const now = new Date(2026, 10, 22, 0, 30)

function at(title: string, ...when: [number, number, number, number]): ConversationSummary {
  return { title, updatedAt: new Date(...when).getTime() } as ConversationSummary
}

describe('dayGroups', () => {
  it('goes by the calendar and not by hours', () => {
    const groups = dayGroups(
      [
        at('a', 2026, 10, 22, 0),
        at('b', 2026, 10, 21, 23),
        at('c', 2026, 10, 20, 9),
        at('d', 2026, 10, 15, 9),
        at('e', 2026, 10, 14, 9),
        at('f', 2026, 8, 3, 9),
        at('g', 2025, 8, 3, 9),
      ],
      now,
    )
    expect(groups.map(({ label, conversations }) => [label, conversations.map(({ title }) => title).join('')])).toEqual(
      [
        ['Today', 'a'],
        ['Yesterday', 'b'],
        ['Last 7 days', 'cd'],
        ['Last 30 days', 'e'],
        ['September 2026', 'f'],
        ['September 2025', 'g'],
      ],
    )
  })

  it('counts a clock that was set back as today', () => {
    expect(dayGroups([at('a', 2026, 10, 23, 9)], now)[0]?.label).toBe('Today')
  })
})
