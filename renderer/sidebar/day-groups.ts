import type { ConversationSummary } from '../../shared/conversations.ts'

export type DayGroup = { readonly label: string; readonly conversations: readonly ConversationSummary[] }

/** Conversations (latest first) under the day they were last used, in the person's own time zone. */
export function dayGroups(conversations: readonly ConversationSummary[], now: Date): readonly DayGroup[] {
  const groups = new Map<string, ConversationSummary[]>()
  for (const conversation of conversations) {
    const label = dayLabel(new Date(conversation.updatedAt), now)
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [conversation])
    else group.push(conversation)
  }
  return [...groups].map(([label, members]) => ({ label, conversations: members }))
}

function dayLabel(day: Date, now: Date): string {
  const daysAgo = calendarDays(now) - calendarDays(day)
  if (daysAgo <= 0) return 'Today'
  if (daysAgo === 1) return 'Yesterday'
  if (daysAgo <= 7) return 'Last 7 days'
  if (daysAgo <= 30) return 'Last 30 days'
  return day.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
}

/** Whole days of the local calendar: hours of daylight saving must not move a conversation to another day. */
function calendarDays(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
}
