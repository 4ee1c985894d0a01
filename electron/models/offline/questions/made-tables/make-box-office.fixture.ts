import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const shows = [
  { show: 'The Glass Harbour', kind: 'drama', price: 34 },
  { show: 'Much Ado in Leeds', kind: 'comedy', price: 31 },
  { show: 'Twelve Angry Hens', kind: 'comedy', price: 28 },
  { show: '1984', kind: 'drama', price: 33 },
  { show: 'Snow Queen', kind: 'family', price: 18 },
  { show: 'Tosca', kind: 'opera', price: 62 },
]
const areas = [
  { area: 'Stalls', factor: 1 },
  { area: 'Stalls', factor: 1 },
  { area: 'Circle', factor: 0.85 },
  { area: 'Balcony', factor: 0.55 },
  { area: 'Box 4', factor: 1.6 },
]
const discounts = [
  { discount: null, part: 0 },
  { discount: null, part: 0 },
  { discount: null, part: 0 },
  { discount: 'student', part: 0.4 },
  { discount: 'senior', part: 0.2 },
  { discount: 'friends of the theatre', part: 0.1 },
]

/** A season of a theatre's box office. A returned order was paid back; at the door nobody leaves a town. */
export function makeBoxOffice() {
  const draw = drawFrom(211)
  return drawDays(draw, { from: '2023-09-04', days: 270, count: 420 }).map((day, index) => {
    const { show, kind, price } = draw.oneOf(shows)
    const { area, factor } = draw.oneOf(areas)
    const { discount, part } = draw.oneOf(discounts)
    const channel = draw.oneOf(['website', 'website', 'website', 'phone', 'door'])
    const tickets = draw.chance(0.03) ? draw.whole(14, 38) : draw.whole(1, 6)
    const isReturned = draw.chance(0.06)
    const ticketPrice = Number((price * factor * (1 - part)).toFixed(2))
    return {
      'Order No': `B${index + 24001}`,
      'Ordered On': day,
      'Performance Date': dayAfter(day, channel === 'door' ? 0 : draw.whole(1, 60)),
      Show: show,
      Genre: kind,
      'Seat Area': area,
      Tickets: tickets,
      'Ticket Price': ticketPrice,
      Discount: discount,
      'Amount Paid': isReturned ? 0 : Number((ticketPrice * tickets).toFixed(2)),
      Channel: channel,
      'Customer Town': channel === 'door' || draw.chance(0.05) ? null : draw.oneOf(['Wexley', 'Oakham', 'St Brannock']),
      Wheelchair: draw.chance(0.05) ? 'yes' : 'no',
      Returned: isReturned ? 'yes' : 'no',
    }
  })
}
