import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const flats = ['1A', '1B', '2A', '2B', '3A', '3B', '4A', '4B', '5A', '5B', '6A', '6B']
const tenants = [
  'Abara',
  'Bielik',
  'Castellano',
  'Dunmore',
  'Ekström',
  'Fontaine',
  'Gupta',
  'Hallworth',
  null,
  'Jovanovic',
  'Kearney',
  'Lindqvist',
]
/** How hard the heating works from January to December. */
const heatingByMonth = [1.9, 1.7, 1.3, 0.8, 0.4, 0.2, 0.1, 0.1, 0.3, 0.8, 1.3, 1.8]

/** Two years of monthly bills of one block. One flat stands empty, some bills are unpaid, twice a meter ran wild. */
export function makeEnergyBills() {
  const draw = drawFrom(149)
  const households = flats.map((flat, index) => ({
    flat,
    floor: Math.floor(index / 2) + 1,
    tenant: tenants[index] ?? null,
    residents: tenants[index] == null ? 0 : draw.whole(1, 5),
    tariff: draw.oneOf(['Basic', 'Green 24', 'Night Saver']),
  }))
  return Array.from({ length: 24 }, (_, month) => month).flatMap((month) =>
    households.map(({ flat, floor, tenant, residents, tariff }, index) => {
      const issued = firstOf(month)
      const isWild = index === 4 && (month === 9 || month === 17)
      const electricity_kwh = Math.round((70 + 55 * residents) * draw.decimal(0.75, 1.25, 3) * (isWild ? 9 : 1))
      const heating_kwh = Math.round(420 * (heatingByMonth[month % 12] ?? 1) * draw.decimal(0.6, 1.4, 3))
      const hot_water_m3 = draw.chance(0.04) ? null : Number((1.4 * residents * draw.decimal(0.7, 1.3, 3)).toFixed(1))
      const rate = tariff === 'Green 24' ? 0.33 : 0.29
      return {
        bill_no: 20_001 + month * flats.length + index,
        flat,
        floor,
        tenant,
        residents,
        tariff,
        issued_on: issued,
        paid_on: draw.chance(month > 20 ? 0.3 : 0.03) ? null : dayAfter(issued, draw.whole(2, 40)),
        reading: draw.chance(0.2) ? 'estimated' : 'actual',
        electricity_kwh,
        heating_kwh,
        hot_water_m3,
        amount_eur: Number((9.5 + rate * electricity_kwh + 0.12 * heating_kwh + 6 * (hot_water_m3 ?? 0)).toFixed(2)),
      }
    }),
  )
}

/** The first day of a month, counted from January 2022. */
function firstOf(month: number): string {
  return `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
