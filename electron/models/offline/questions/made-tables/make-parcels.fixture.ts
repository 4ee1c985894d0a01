import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const services = [
  { service: 'express', days: 1, rate: 2.4 },
  { service: 'standard', days: 3, rate: 1.3 },
  { service: 'economy', days: 6, rate: 0.8 },
]
const towns = [
  { destination: 'Cork', km: 260 },
  { destination: 'Galway', km: 208 },
  { destination: 'Limerick', km: 197 },
  { destination: 'Sligo', km: 205 },
  { destination: 'Waterford', km: 164 },
  { destination: 'Wexford', km: 140 },
]

/** A year of parcels. What was lost or is on its way has no day of delivery; some rows were scanned twice. */
export function makeParcels() {
  const draw = drawFrom(107)
  const parcels = drawDays(draw, { from: '2023-01-03', days: 360, count: 420 }).map((shipped, index) => {
    const { service, days, rate } = draw.oneOf(services)
    const { destination, km } = draw.oneOf(towns)
    const isRecent = shipped >= '2023-12-18'
    const status = draw.chance(0.03)
      ? 'lost'
      : isRecent && draw.chance(0.5)
        ? 'in transit'
        : draw.chance(0.07)
          ? 'returned'
          : 'delivered'
    const weightKg = draw.chance(0.02) ? draw.decimal(45, 80, 1) : draw.decimal(0.2, 24, 1)
    const isDelivered = status === 'delivered'
    return {
      trackingNo: `PX${50_100 + index}`,
      shippedDate: shipped,
      deliveredDate: isDelivered ? dayAfter(shipped, days + draw.whole(0, 3)) : null,
      depot: draw.oneOf(['Dublin North', 'Dublin West', 'Naas']),
      destination,
      service,
      courier: draw.oneOf(['Van 1', 'Van 2', 'Van 3', 'Van 12', 'Bike 4']),
      weightKg,
      distanceKm: km + draw.whole(-15, 25),
      priceEur: Number((4 + rate * weightKg + 0.01 * km).toFixed(2)),
      attempts: isDelivered ? draw.oneOf([1, 1, 1, 1, 2, 2, 3]) : draw.whole(0, 3),
      status,
      signedBy:
        isDelivered && draw.chance(0.7) ? draw.oneOf(['neighbour', 'recipient', 'recipient', 'reception']) : null,
    }
  })
  return parcels.flatMap((parcel, index) => (index % 70 === 20 ? [parcel, parcel] : [parcel]))
}
