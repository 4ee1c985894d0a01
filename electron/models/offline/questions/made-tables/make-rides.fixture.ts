import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const zones = ['Old Town', 'Old Town', 'Station', 'Station', 'Airport', 'University', 'Docklands', 'Northgate']
const drivers = ['Abdi', 'Beatriz', 'Chen', 'Dragan', 'Eszter', 'Faith', 'Goran']
const minuteMs = 60_000

/** Ten weeks of a taxi firm. Account customers tip nothing that is written down; rides to the airport are long. */
export function makeRides() {
  const draw = drawFrom(239)
  return drawDays(draw, { from: '2024-02-05', days: 70, count: 560 }).map((day, index) => {
    const [pickup_zone, dropoff_zone] = [draw.oneOf(zones), draw.oneOf(zones)]
    const isFar = [pickup_zone, dropoff_zone].includes('Airport')
    const distance_km = draw.chance(0.012) ? draw.decimal(85, 160, 1) : draw.decimal(isFar ? 14 : 1, isFar ? 24 : 9, 1)
    const startMs = Date.parse(`${day}T00:00Z`) + draw.whole(300, 1435) * minuteMs
    const minutes = Math.round(distance_km * draw.decimal(1.3, 3.4, 2)) + 3
    const isNight = new Date(startMs).getUTCHours() >= 22 || new Date(startMs).getUTCHours() < 6
    const fare = Number((3.9 + 2.1 * distance_km + (isNight ? 4 : 0)).toFixed(2))
    const payment = draw.oneOf(['card', 'card', 'card', 'cash', 'cash', 'app', 'account'])
    return {
      ride_id: 70_001 + index,
      pickup_time: spell(startMs),
      dropoff_time: spell(startMs + minutes * minuteMs),
      cab: `Cab ${draw.whole(1, 9)}`,
      driver: draw.oneOf(drivers),
      pickup_zone,
      dropoff_zone,
      passengers: draw.oneOf([1, 1, 1, 2, 2, 3, 4, 6]),
      distance_km,
      duration_minutes: minutes,
      fare,
      night_surcharge: isNight ? 4 : 0,
      tip: payment === 'account' ? null : draw.chance(0.3) ? 0 : Number((fare * draw.decimal(0.02, 0.2, 3)).toFixed(2)),
      payment,
      stars: draw.chance(0.42) ? null : draw.oneOf([1, 3, 4, 4, 5, 5, 5]),
      booked_ahead: draw.chance(0.35) ? 'yes' : 'no',
    }
  })
}

function spell(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')
}
