import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const riders = [
  { rider: 'Ana', bike: 'cargo' },
  { rider: 'Benoit', bike: 'road' },
  { rider: 'Chloe', bike: 'road' },
  { rider: 'Dario', bike: 'e-cargo' },
  { rider: 'Esme', bike: 'cargo' },
  { rider: 'Filip', bike: 'e-cargo' },
]
const zones = ['Harbour', 'Old Town', 'Station', 'North Hill', 'Campus']

/** A year of a courier cooperative. A job that failed was never handed over, so it has no minutes. */
export function makeCourierJobs() {
  const draw = drawFrom(313)
  return drawDays(draw, { from: '2024-01-01', days: 366, count: 500 }).map((day, index) => {
    const { rider, bike } = draw.oneOf(riders)
    const dist_km = draw.decimal(0.8, 14, 1)
    const status = draw.oneOf([...Array.from({ length: 16 }, () => 'delivered'), 'returned', 'failed'])
    const hour = String(draw.whole(7, 20)).padStart(2, '0')
    return {
      job_no: 90_001 + index,
      picked_up: `${day} ${hour}:${String(draw.whole(0, 59)).padStart(2, '0')}:00`,
      client: draw.oneOf(['Florist Iris', 'Lab 24', 'Notary Hahn', 'Bagel Bros', 'Print 3000', 'Lab 24']),
      rider,
      bike,
      from_zone: draw.oneOf(zones),
      to_zone: draw.oneOf(zones),
      dist_km,
      weight_kg: draw.chance(0.06) ? null : draw.decimal(0.1, bike === 'road' ? 9 : 60, 1),
      fee_gbp: Number((3.5 + dist_km * 1.15 + draw.decimal(0, 3, 2)).toFixed(2)),
      tip_gbp: draw.chance(0.7) ? 0 : draw.oneOf([0.5, 1, 2, 2.5, 5]),
      minutes: status === 'failed' ? null : Math.round(8 + dist_km * draw.decimal(2.5, 4.5, 2)),
      priority: draw.oneOf(['standard', 'standard', 'express', 'same day']),
      status,
    }
  })
}
