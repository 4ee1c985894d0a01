import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const vehicles = [
  { vehicle: 'car', factor: 1 },
  { vehicle: 'car', factor: 1 },
  { vehicle: 'car', factor: 1 },
  { vehicle: 'van', factor: 1.5 },
  { vehicle: 'motorbike', factor: 0.5 },
]
const minuteMs = 60_000

/** A quarter of a parking garage. Who still stands there has not left or paid; a lost ticket costs 35. */
export function makeParking() {
  const draw = drawFrom(167)
  return drawDays(draw, { from: '2023-10-01', days: 92, count: 460 }).map((day, index) => {
    const { vehicle, factor } = draw.oneOf(vehicles)
    const enteredMs = Date.parse(`${day}T06:00Z`) + draw.whole(0, 900) * minuteMs
    const hours = draw.chance(0.02) ? draw.decimal(60, 190, 2) : draw.decimal(0.3, 11, 2)
    const isInside = draw.chance(0.03)
    const isPermit = draw.chance(0.2)
    const isLost = !isPermit && draw.chance(0.04)
    return {
      'Ticket No': `P-${index + 1001}`,
      Entered: spell(enteredMs),
      Left: isInside ? null : spell(enteredMs + Math.round(hours * 60) * minuteMs),
      Level: draw.oneOf(['Level 1', 'Level 1', 'Level 2', 'Level 3', 'Roof']),
      Vehicle: vehicle,
      Tariff: isPermit ? 'monthly permit' : draw.oneOf(['hourly', 'hourly', 'evening', 'weekend']),
      'Hours Parked': isInside ? null : hours,
      'Fee (EUR)': isInside ? null : feeOf({ hours, factor, isPermit, isLost }),
      'Paid By': isInside || isPermit ? null : draw.oneOf(['card', 'card', 'coins', 'phone app']),
      'Lost Ticket': isLost ? 'yes' : 'no',
      'EV Charging kWh': draw.chance(0.8) ? null : draw.decimal(4, 48, 1),
    }
  })
}

function feeOf({ hours, factor, isPermit, isLost }: FeeOf): number {
  if (isPermit) return 0
  return isLost ? 35 : Number((Math.ceil(hours) * 2.4 * factor).toFixed(2))
}
type FeeOf = {
  readonly hours: number
  readonly factor: number
  readonly isPermit: boolean
  readonly isLost: boolean
}

function spell(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')
}
