import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const kinds = [
  { category: 'password reset', hours: 1.2 },
  { category: 'password reset', hours: 1.2 },
  { category: 'printer', hours: 5 },
  { category: 'laptop', hours: 22 },
  { category: 'network', hours: 9 },
  { category: 'email', hours: 4 },
  { category: 'Office 365', hours: 7 },
  { category: 'access rights', hours: 14 },
]
const priorities = [
  { priority: 'low', pace: 1.8 },
  { priority: 'normal', pace: 1 },
  { priority: 'normal', pace: 1 },
  { priority: 'high', pace: 0.6 },
  { priority: 'urgent', pace: 0.25 },
]

/** A year of a help desk, closed at weekends. An open ticket has neither a closing day nor hours; few people say how content they were. */
export function makeHelpDesk() {
  const draw = drawFrom(151)
  const days = drawDays(draw, { from: '2024-01-02', days: 364, count: 450 }).filter(isWorkday)
  return days.map((day, index) => {
    const { category, hours } = draw.oneOf(kinds)
    const { priority, pace } = draw.oneOf(priorities)
    const isOpen = draw.chance(day > '2024-12-10' ? 0.5 : 0.02)
    const hoursToResolve = isOpen ? null : Number((hours * pace * draw.decimal(0.4, 2.2, 3)).toFixed(1))
    return {
      ticketId: `INC-${4401 + index}`,
      openedAt: `${day} ${twoDigits(draw.whole(7, 17))}:${twoDigits(draw.whole(0, 59))}`,
      closedOn: hoursToResolve === null ? null : dayAfter(day, Math.floor(hoursToResolve / 8)),
      department: draw.oneOf(['Finance', 'Sales', 'Legal', 'Warehouse', 'Human Resources', 'Sales']),
      site: draw.oneOf(['Head Office', 'Building 2', 'Building 7']),
      category,
      priority,
      channel: draw.oneOf(['phone', 'email', 'portal', 'portal', 'walk-in']),
      assignedTo: draw.oneOf(['Priya Nair', 'Tomasz Wilk', 'Leonie Fuchs', 'Sam Abbott', 'Leonie Fuchs', null]),
      hoursToResolve,
      timesReopened: isOpen || draw.chance(0.85) ? 0 : draw.whole(1, 3),
      satisfaction: isOpen || draw.chance(0.45) ? null : draw.oneOf([1, 2, 3, 4, 4, 5, 5]),
    }
  })
}

function isWorkday(day: string): boolean {
  return ![0, 6].includes(new Date(day).getUTCDay())
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
