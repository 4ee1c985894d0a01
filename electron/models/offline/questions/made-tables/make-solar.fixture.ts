import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const days = 500
const shortestDay = Date.parse('2022-12-21')
const dayMs = 86_400_000

/** A roof's panels, day by day. When the inverter was off nothing was made; some days nobody noted the weather. */
export function makeSolar() {
  const draw = drawFrom(251)
  return Array.from({ length: days }, (_, index) => {
    const date = dayAfter('2023-03-01', index)
    const season = 0.5 - 0.5 * Math.cos((2 * Math.PI * (Date.parse(date) - shortestDay)) / dayMs / 365.25)
    const cloud_cover_pct = draw.whole(2, 100)
    const isOff = draw.chance(0.02)
    const clear = (7 + 33 * season) * (1 - 0.0075 * cloud_cover_pct)
    const east_kwh = isOff ? 0 : Number((clear * 0.46 * draw.decimal(0.85, 1.1, 3)).toFixed(2))
    const west_kwh = isOff ? 0 : Number((clear * 0.54 * draw.decimal(0.85, 1.1, 3)).toFixed(2))
    const output_kwh = Number((east_kwh + west_kwh).toFixed(2))
    const home_use_kwh = draw.chance(0.02) ? draw.decimal(28, 41, 1) : draw.decimal(5, 17, 1)
    const exported = Math.max(0, output_kwh - home_use_kwh * draw.decimal(0.35, 0.7, 2))
    return {
      date,
      east_kwh,
      west_kwh,
      output_kwh,
      peak_kw: isOff ? 0 : Number(((output_kwh / (4 + 5 * season)) * draw.decimal(1.2, 1.9, 2)).toFixed(2)),
      home_use_kwh,
      exported_kwh: Number(exported.toFixed(2)),
      cloud_cover_pct: draw.chance(0.04) ? null : cloud_cover_pct,
      max_temp_c: draw.chance(0.04) ? null : Number((3 + 22 * season + draw.decimal(-6, 7, 1)).toFixed(1)),
      weather: cloud_cover_pct < 30 ? 'sunny' : cloud_cover_pct < 75 ? 'mixed' : draw.oneOf(['overcast', 'rain']),
      inverter: isOff ? 'off' : 'ok',
      panels_cleaned: draw.chance(0.02) ? 'yes' : 'no',
      note: draw.chance(0.95) ? null : draw.oneOf(['snow on panel 12', 'power cut', 'bird nest', 'visit by installer']),
    }
  })
}
