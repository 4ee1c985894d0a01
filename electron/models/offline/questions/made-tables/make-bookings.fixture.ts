import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const kinds = [
  { kind: 'single', rate: 82 },
  { kind: 'double', rate: 124 },
  { kind: 'suite', rate: 265 },
]

/** Bookings of a hotel and its rooms. The score is missing where the guest gave none. */
export function makeBookings() {
  const draw = drawFrom(79)
  const rooms = Array.from({ length: 12 }, (_, index) => {
    const { kind, rate } = kinds[index % 3] ?? { kind: 'single', rate: 0 }
    return {
      room: 101 + (index % 4) + 100 * Math.floor(index / 4),
      kind,
      floor: 1 + Math.floor(index / 4),
      sea_view: draw.chance(0.5) ? 'yes' : 'no',
      list_rate: rate,
    }
  })
  const bookings = Array.from({ length: 280 }, (_, index) => {
    const { room, list_rate } = draw.oneOf(rooms)
    const nights = draw.whole(1, 9)
    const isCancelled = draw.chance(0.14)
    return {
      booking_ref: `BK${9000 + index}`,
      arrival: dayAfter('2024-01-01', Math.floor((index * 365) / 280)),
      nights,
      room,
      guest_country: draw.oneOf(['Austria', 'Brazil', 'Canada', 'Denmark', 'Estonia', 'France']),
      booked_through: draw.oneOf(['website', 'phone', 'travel agent', 'walk-in']),
      adults: draw.whole(1, 3),
      charge: isCancelled ? 0 : nights * list_rate + 10 * draw.whole(0, 12),
      status: isCancelled ? 'cancelled' : 'completed',
      guest_score: isCancelled || draw.chance(0.3) ? null : draw.whole(3, 10),
    }
  })
  return { rooms, bookings }
}
