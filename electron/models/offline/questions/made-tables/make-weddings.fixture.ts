import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const packages = [
  { Package: 'Half Day', hours: 5, fee: 890 },
  { Package: 'Full Day', hours: 10, fee: 1650 },
  { Package: 'Full Day', hours: 10, fee: 1650 },
  { Package: 'Weekend', hours: 18, fee: 2900 },
  { Package: 'Registry Only', hours: 2, fee: 340 },
]
const places = [
  { Venue: 'Abbey Barn', County: 'Kent' },
  { Venue: 'Castle Mere', County: 'Sussex' },
  { Venue: 'The Old Mill', County: 'Kent' },
  { Venue: 'Town Hall', County: 'Surrey' },
  { Venue: 'Pier 7', County: 'Sussex' },
  { Venue: 'Willow Farm', County: 'Essex' },
]

/** The bookings of a wedding photographer, in the order of the enquiries. A wedding called off has no stars. */
export function makeWeddings() {
  const draw = drawFrom(347)
  return drawDays(draw, { from: '2020-09-01', days: 1100, count: 190 }).map((enquired, index) => {
    const { Package, hours, fee } = draw.oneOf(packages)
    const isHeld = !draw.chance(0.1)
    return {
      'Booking Ref': `W${1001 + index}`,
      'Enquired On': enquired,
      'Wedding Date': dayAfter(enquired, draw.whole(40, 420)),
      ...draw.oneOf(places),
      Package,
      'Hours Booked': hours + draw.whole(0, 2),
      Guests: draw.chance(0.05) ? null : draw.whole(14, 180),
      Fee: Number((fee * draw.decimal(0.9, 1.15, 3)).toFixed(2)),
      'Travel Miles': draw.whole(3, 96),
      'Photos Delivered': isHeld ? hours * draw.whole(28, 55) : null,
      'Second Shooter': draw.chance(0.3) ? 'Yes' : 'No',
      Status: isHeld ? 'Done' : 'Called off',
      Stars: isHeld && !draw.chance(0.3) ? draw.whole(3, 5) : null,
    }
  })
}
