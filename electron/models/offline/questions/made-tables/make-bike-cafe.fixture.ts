import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const faults = ['brakes', 'brakes', 'gears', 'puncture', 'puncture', 'wheel', 'lights', 'chain']

/** A bicycle repair cafe on every second Saturday of two years, in the short names of its list; some give nothing. */
export function makeBikeCafe() {
  const draw = drawFrom(337)
  return Array.from({ length: 48 }, (_, cafe) => dayAfter('2022-02-05', cafe * 14)).flatMap((cafe_dt) =>
    Array.from({ length: draw.whole(3, 9) }, () => {
      const fault = draw.oneOf(faults)
      const outcome = draw.oneOf(['fixed', 'fixed', 'fixed', 'advice only', 'beyond repair'])
      return {
        cafe_dt,
        mech: draw.oneOf(['Tove', 'Tove', 'Ramon', 'Wilf', 'Ines']),
        bike_cat: draw.oneOf(['city', 'city', 'mountain', 'kids', 'folding', 'e-bike']),
        brand: draw.chance(0.1) ? null : draw.oneOf(['Gazelle', 'Raleigh', 'Brompton', 'Cube', 'Dawes 531']),
        model_yr: draw.chance(0.2) ? null : draw.whole(1978, 2022),
        fault,
        wait_min: draw.whole(0, 55),
        dur_min: draw.whole(6, fault === 'wheel' ? 110 : 60),
        qty_parts: outcome === 'fixed' ? draw.whole(0, 4) : 0,
        parts_eur: outcome === 'fixed' ? draw.decimal(0, 38, 2) : 0,
        don_eur: draw.chance(0.15) ? null : draw.oneOf([2, 5, 5, 10, 10, 20]),
        outcome,
        first_visit: draw.chance(0.6) ? 'Y' : 'N',
      }
    }),
  )
}
