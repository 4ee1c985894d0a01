import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const tools = [
  { tool: 'cordless drill', category: 'drilling', daily_rate: 9, weight_kg: 1.8 },
  { tool: 'hammer drill', category: 'drilling', daily_rate: 16, weight_kg: 3.4 },
  { tool: 'core drill', category: 'drilling', daily_rate: 48, weight_kg: 9.6 },
  { tool: 'circular saw', category: 'sawing', daily_rate: 14, weight_kg: 4.1 },
  { tool: 'tile cutter', category: 'sawing', daily_rate: 22, weight_kg: 14.5 },
  { tool: 'chainsaw', category: 'garden', daily_rate: 29, weight_kg: 5.2 },
  { tool: 'hedge trimmer', category: 'garden', daily_rate: 17, weight_kg: 3.9 },
  { tool: 'rotary tiller', category: 'garden', daily_rate: 41, weight_kg: 38 },
  { tool: 'floor sander', category: 'sanding', daily_rate: 39, weight_kg: 31 },
  { tool: 'orbital sander', category: 'sanding', daily_rate: 11, weight_kg: 1.4 },
  { tool: 'scaffold tower', category: 'access', daily_rate: 35, weight_kg: 92 },
  { tool: 'extension ladder', category: 'access', daily_rate: 13, weight_kg: 19 },
  { tool: 'pressure washer', category: 'cleaning', daily_rate: 26, weight_kg: 24 },
  { tool: 'carpet cleaner', category: 'cleaning', daily_rate: 24, weight_kg: 17 },
]

/** What a shop hires out, and a year of hires. A tool that is still out has no day of return and no charge. */
export function makeToolRental() {
  const draw = drawFrom(241)
  const inventory = tools.map((tool, index) => ({
    tool_id: `TL${11 + index}`,
    ...tool,
    brand: draw.oneOf(['Makiva', 'Boscher', 'Stahlberg', 'Hiltra']),
    bought_on: dayAfter('2016-03-01', draw.whole(0, 2400)),
    last_serviced: draw.chance(0.2) ? null : dayAfter('2023-06-01', draw.whole(0, 200)),
  }))
  const rentals = drawDays(draw, { from: '2024-01-02', days: 363, count: 380 }).map((out_date, index) => {
    const { tool_id, daily_rate } = draw.oneOf(inventory)
    const planned = draw.whole(1, 7)
    const late = draw.chance(0.15) ? draw.whole(1, 6) : 0
    const isOut = index > 340 && draw.chance(0.4)
    const isDamaged = !isOut && draw.chance(0.06)
    return {
      rental_no: 88_001 + index,
      tool_id,
      customer_type: draw.oneOf(['private', 'private', 'private', 'trade', 'trade', 'council']),
      out_date,
      due_date: dayAfter(out_date, planned),
      back_date: isOut ? null : dayAfter(out_date, planned + late),
      days_hired: isOut ? null : planned + late,
      rental_charge: isOut ? null : (planned + late) * daily_rate,
      late_fee: isOut ? null : late * 5,
      damage_fee: isDamaged ? draw.decimal(15, 220, 2) : null,
      deposit: draw.oneOf([20, 50, 50, 100]),
      served_by: draw.oneOf(['Hettie', 'Luca', 'Sunil']),
    }
  })
  return { tools: inventory, rentals }
}
