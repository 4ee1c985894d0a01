import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const stations = ['Central Station', 'Pier 7', 'Market Hall', 'University', 'Hospital North', 'Stadium', 'Platform 9']
const bikes = [
  { bike_type: 'city', kmPerHour: 13, perMinute: 0.05 },
  { bike_type: 'city', kmPerHour: 13, perMinute: 0.05 },
  { bike_type: 'electric', kmPerHour: 19, perMinute: 0.12 },
  { bike_type: 'cargo', kmPerHour: 11, perMinute: 0.1 },
]
const minuteMs = 60_000

/** A summer of hired bikes. Some were never brought back, some not locked for days; some trips were sent twice. */
export function makeTrips() {
  const draw = drawFrom(139)
  const trips = drawDays(draw, { from: '2024-04-01', days: 183, count: 430 }).map((day, index) => {
    const { bike_type, kmPerHour, perMinute } = draw.oneOf(bikes)
    const started = Date.parse(`${day}T05:30Z`) + draw.whole(0, 1050) * minuteMs
    const minutes = draw.chance(0.012) ? draw.whole(700, 2900) : draw.whole(4, 75)
    const isReturned = !draw.chance(0.035)
    const isSubscriber = draw.chance(0.6)
    return {
      trip_id: `T${60_200 + index}`,
      started_at: spell(started),
      ended_at: isReturned ? spell(started + minutes * minuteMs) : null,
      start_station: draw.oneOf([...stations, 'Central Station', 'University']),
      end_station: isReturned ? draw.oneOf(stations) : null,
      bike_type,
      rider_type: isSubscriber ? 'subscriber' : draw.oneOf(['day pass', 'tourist card']),
      rider_age: isSubscriber || draw.chance(0.3) ? draw.whole(16, 74) : null,
      duration_min: isReturned ? minutes : null,
      distance_km: isReturned
        ? Number(((Math.min(minutes, 90) / 60) * kmPerHour * draw.decimal(0.6, 1.1, 2)).toFixed(2))
        : null,
      fee: isReturned ? Number(((isSubscriber ? 0.5 : 1.5) + minutes * perMinute).toFixed(2)) : 60,
      rain: draw.chance(0.21) ? 'yes' : 'no',
    }
  })
  return trips.flatMap((trip, index) => (index % 85 === 40 ? [trip, trip] : [trip]))
}

function spell(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 16).replace('T', ' ')
}
