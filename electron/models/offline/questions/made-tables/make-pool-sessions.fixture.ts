import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const sessions = [
  { session: 'early', crowd: 30 },
  { session: 'midday', crowd: 70 },
  { session: 'afternoon', crowd: 130 },
  { session: 'evening', crowd: 55 },
]
const seasons = ['2022-06-01', '2023-06-01']
const days = 72

/** Two summers of an open-air pool, four sessions a day. On some days nobody read the thermometer in the water. */
export function makePoolSessions() {
  const draw = drawFrom(331)
  return seasons.flatMap((first, season) =>
    Array.from({ length: days }, (_, day) => {
      const airTempC = draw.decimal(15, 34, 1)
      const weather = airTempC > 27 ? 'sunny' : draw.oneOf(['sunny', 'cloudy', 'cloudy', 'rain'])
      const waterTempC = draw.chance(0.06) ? null : Number((18 + airTempC / 6 + draw.decimal(-1, 1, 1)).toFixed(1))
      return sessions.map(({ session, crowd }) => {
        const adults = Math.round(crowd * (airTempC / 25) * draw.decimal(0.4, 0.9, 2))
        const children = Math.round(crowd * (airTempC / 25) * draw.decimal(0.1, 0.8, 2))
        const seniors = draw.whole(0, session === 'early' ? 22 : 9)
        return {
          visitDate: dayAfter(first, day),
          session,
          weather,
          airTempC,
          waterTempC,
          adults,
          children,
          seniors,
          takings: Number((adults * (4.5 + season * 0.5) + children * 2 + seniors * 3).toFixed(2)),
          kioskSales: draw.chance(0.04) ? null : draw.decimal(12, 260, 2),
          lifeguards: draw.whole(2, 5),
          firstAidCases: draw.chance(0.8) ? 0 : draw.whole(1, 3),
        }
      })
    }).flat(),
  )
}
