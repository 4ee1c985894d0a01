import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const plans = [
  { plan: 'basic', fee: 24.9 },
  { plan: 'plus', fee: 39.9 },
  { plan: 'student', fee: 17.5 },
  { plan: 'off-peak', fee: 14.9 },
]
const people = [
  'Agnes Thorne',
  'Baptiste Roy',
  'Cosmin Radu',
  'Delphine Aubry',
  'Emeka Nwosu',
  'Freya Lindholm',
  'Gustav Brandt',
  'Hye-jin Seo',
  'Ivo Marek',
  'Jolanda Visser',
  'Kofi Annorh',
  'Lotte Jansen',
  'Marek Zielski',
  'Nadia Haidar',
  'Otis Calloway',
  'Petra Sommer',
  'Quentin Vidal',
  'Rosa Delgado',
]

/** A gym's turnstile and its members. Who forgets to scan out has no time of leaving; some scans arrived twice. */
export function makeGym() {
  const draw = drawFrom(113)
  const members = people.map((full_name, index) => {
    const { plan, fee } = draw.oneOf(plans)
    const joined = dayAfter('2019-04-01', draw.whole(0, 1700))
    return {
      member_no: `G${String(41 + index).padStart(3, '0')}`,
      full_name,
      plan,
      monthly_fee: fee,
      birth_year: draw.whole(1951, 2006),
      joined_on: joined,
      locker: draw.chance(0.4) ? draw.whole(1, 60) : null,
    }
  })
  const checkIns = Array.from({ length: 420 }, (_, index) => {
    const entered = enteredAt(dayAfter('2024-01-02', Math.floor((index * 180) / 420)), draw.whole(6 * 60, 20 * 60))
    const minutes = draw.whole(20, 125)
    const isScannedOut = !draw.chance(0.07)
    return {
      member_no: draw.oneOf(members).member_no,
      entered_at: entered,
      left_at: isScannedOut ? minutesAfter(entered, minutes) : null,
      minutes: isScannedOut ? minutes : null,
      area: draw.oneOf(['Pool', 'Weights', 'Studio 1', 'Studio 2', 'Weights', 'Climbing wall']),
      towel: draw.chance(0.25) ? 'yes' : 'no',
      bar_spend: draw.chance(0.55) ? 0 : draw.decimal(1.5, 14, 2),
    }
  })
  return { members, checkIns: checkIns.flatMap((scan, index) => (index % 60 === 31 ? [scan, scan] : [scan])) }
}

function enteredAt(day: string, minute: number): string {
  return minutesAfter(`${day} 00:00`, minute)
}

const minuteMs = 60_000

function minutesAfter(time: string, minutes: number): string {
  const at = new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + minutes * minuteMs)
  return at.toISOString().slice(0, 16).replace('T', ' ')
}
