import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const plants = [
  { species: 'Triticum dicoccum', common_name: 'emmer wheat', family: 'Poaceae', grain: 38 },
  { species: 'Hordeum vulgare', common_name: 'barley', family: 'Poaceae', grain: 42 },
  { species: 'Vicia faba', common_name: 'broad bean', family: 'Fabaceae', grain: 820 },
  { species: 'Lens culinaris', common_name: 'lentil', family: 'Fabaceae', grain: 44 },
  { species: 'Linum usitatissimum', common_name: 'flax', family: 'Linaceae', grain: 6 },
  { species: 'Papaver rhoeas', common_name: 'corn poppy', family: 'Papaveraceae', grain: 0.1 },
  { species: 'Daucus carota', common_name: 'wild carrot', family: 'Apiaceae', grain: 1.2 },
]
const origins = ['Turkey', 'Turkey', 'Ethiopia', 'Syria', 'Georgia', 'Portugal', 'Norway', null]

/** A seed bank's list. Some seeds were never tested for germination, and of some nobody knows where they grew. */
export function makeSeedBank() {
  const draw = drawFrom(239)
  return drawDays(draw, { from: '1988-05-01', days: 12_500, count: 290 }).map((day, index) => {
    const { species, common_name, family, grain } = draw.oneOf(plants)
    const country = draw.oneOf(origins)
    const seedCount = 50 * draw.whole(4, draw.chance(0.04) ? 900 : 160)
    const isTested = !draw.chance(0.14)
    const years = (Date.parse('2022-12-31') - Date.parse(day)) / 31_557_600_000
    return {
      accession: `SB${index + 10_001}`,
      species,
      commonName: common_name,
      family,
      countryOfOrigin: country,
      collectedOn: day,
      altitude_m: country === null || draw.chance(0.1) ? null : draw.whole(4, 2650),
      seedCount,
      weight_g: Number(((seedCount * grain * draw.decimal(0.8, 1.25, 2)) / 1000).toFixed(2)),
      moisturePct: draw.decimal(3.1, 8.4, 1),
      germinationPct: isTested ? Math.max(0, Math.round(99 - 0.9 * years - draw.whole(0, 28))) : null,
      lastTested: isTested ? laterOf(dayAfter(day, 90), dayAfter('2016-01-10', draw.whole(0, 2500))) : null,
      vault: draw.oneOf(['Vault 1', 'Vault 1', 'Vault 2', 'Cold Room B']),
      temperature_c: draw.oneOf([-18, -18, -20, 4]),
      backupCopy: draw.chance(0.45) ? 'yes' : 'no',
      timesRequested: Math.max(0, draw.whole(-6, 14)),
    }
  })
}

/** Nothing is tested before it is collected. */
function laterOf(day: string, other: string): string {
  return day > other ? day : other
}
