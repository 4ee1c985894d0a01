import { drawFrom } from './draw-from.fixture.ts'

const probes = [
  { probe: 'cellar', warmth: 12.5 },
  { probe: 'greenhouse', warmth: 24 },
  { probe: 'attic', warmth: 19 },
]
const hourMs = 3_600_000

/** Three probes, every six hours for eight weeks. A probe that failed sends no figures. */
export function makeReadings() {
  const draw = drawFrom(53)
  return Array.from({ length: 56 * 4 }, (_, index) => new Date(Date.UTC(2024, 2, 4) + index * 6 * hourMs)).flatMap(
    (at) =>
      probes.map(({ probe, warmth }) => {
        const isDown = draw.chance(0.02)
        const day = at.getUTCHours() === 12 ? 4 : 0
        return {
          recorded_at: at.toISOString().slice(0, 19).replace('T', ' '),
          probe,
          temp_c: isDown ? null : Number((warmth + day + draw.decimal(-2.5, 2.5, 1)).toFixed(1)),
          humidityPct: isDown ? null : draw.whole(35, 78),
          batteryVolts: draw.decimal(3.1, 4.15, 2),
          state: isDown ? 'fault' : draw.chance(0.06) ? 'warning' : 'ok',
        }
      }),
  )
}
