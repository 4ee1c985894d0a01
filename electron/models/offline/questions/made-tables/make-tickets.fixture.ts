import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const exhibitions = [
  { exhibition: 'Ice Age Giants', surcharge: 4 },
  { exhibition: 'Room 12: Old Maps', surcharge: 0 },
  { exhibition: 'Women of the Bauhaus', surcharge: 3 },
  { exhibition: 'Permanent Collection', surcharge: 0 },
  { exhibition: 'Permanent Collection', surcharge: 0 },
]
const categories = [
  { category: 'adult', price: 12, people: 1 },
  { category: 'adult', price: 12, people: 1 },
  { category: 'child', price: 5, people: 1 },
  { category: 'senior', price: 9, people: 1 },
  { category: 'student', price: 7.5, people: 1 },
  { category: 'family', price: 26, people: 4 },
]

/** A museum's till over two years. A ticket is bought before the visit or on its day; few rent an audio guide. */
export function makeTickets() {
  const draw = drawFrom(149)
  return drawDays(draw, { from: '2022-01-04', days: 725, count: 380 }).map((soldOn, index) => {
    const { exhibition, surcharge } = draw.oneOf(exhibitions)
    const { category, price, people } = draw.oneOf(categories)
    const channel = draw.oneOf(['desk', 'desk', 'online', 'tour operator', 'gift card'])
    const quantity = channel === 'tour operator' ? draw.whole(8, 30) : draw.whole(1, 4)
    const unitPrice = price + surcharge
    return {
      saleNo: 18_000 + index,
      soldOn,
      visitDate: channel === 'desk' ? soldOn : dayAfter(soldOn, draw.whole(0, 40)),
      exhibition,
      ticketType: category,
      channel,
      quantity,
      visitors: quantity * people,
      unitPrice,
      totalPaid: quantity * unitPrice,
      audioGuide: draw.chance(0.55) ? null : draw.oneOf(['English', 'French', 'Polish', 'Japanese']),
      visitorCountry: draw.oneOf(['Germany', 'Poland', 'Japan', 'France', 'United Kingdom', 'Germany']),
      refunded: draw.chance(0.06) ? 'yes' : 'no',
    }
  })
}
