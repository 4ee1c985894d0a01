import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const routes = [
  { route: 'Kelmore - Skerra', crossing_min: 55, fare: 8.5, usual: 130 },
  { route: 'Skerra - Kelmore', crossing_min: 55, fare: 8.5, usual: 125 },
  { route: 'Kelmore - Port Anlan', crossing_min: 140, fare: 17, usual: 85 },
  { route: 'Port Anlan - Kelmore', crossing_min: 140, fare: 17, usual: 80 },
  { route: 'Skerra - Holm Island', crossing_min: 25, fare: 4.2, usual: 45 },
]
const troubles = ['high wind', 'high wind', 'fog', 'engine fault', 'no crew']

/** Two seasons of a ferry. A cancelled sailing carried nobody and has no delay; now and then nobody read the wind. */
export function makeSailings() {
  const draw = drawFrom(163)
  return ['2023-04-01', '2024-03-30'].flatMap((first, season) =>
    Array.from({ length: 200 }, (_, index) => {
      const { route, crossing_min, fare, usual } = draw.oneOf(routes)
      const wind_knots = draw.whole(3, 38)
      const isCancelled = draw.chance(wind_knots > 30 ? 0.35 : 0.03)
      const busy = 1 + 0.4 * Math.sin((Math.PI * index) / 200) + 0.12 * season
      const passengers = Math.round(usual * busy * draw.decimal(0.4, 1.5, 3))
      const cars = Math.round(passengers * draw.decimal(0.1, 0.3, 3))
      return {
        sailing: `S${season + 3}-${String(index + 1).padStart(3, '0')}`,
        departure: `${dayAfter(first, Math.floor((index * 182) / 200))} ${draw.oneOf(['07:15', '10:00', '13:30', '18:45'])}`,
        route,
        vessel: draw.oneOf(['MV Curlew', 'MV Curlew', 'MV Sandpiper', 'Express 2']),
        captain: draw.oneOf(['Rasmussen', 'MacInnes', 'Tully']),
        crossing_min,
        status: isCancelled ? 'cancelled' : 'sailed',
        cancel_reason: isCancelled ? draw.oneOf(wind_knots > 30 ? troubles : troubles.slice(2)) : null,
        passengers: isCancelled ? 0 : passengers,
        cars: isCancelled ? 0 : cars,
        lorries: isCancelled ? 0 : draw.whole(0, 6),
        bicycles: isCancelled ? 0 : draw.whole(0, 18),
        wind_knots: draw.chance(0.05) ? null : wind_knots,
        delay_min: isCancelled ? null : Math.max(0, Math.round(draw.decimal(-12, 14, 1) + 0.8 * (wind_knots - 12))),
        ticket_income: isCancelled ? 0 : Number((passengers * fare + cars * fare * 3).toFixed(2)),
      }
    }),
  )
}
