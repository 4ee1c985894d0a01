import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const givers = [
  { donor: 'Agnes Thorley', donor_type: 'individual', usual: 25 },
  { donor: 'Callum Reyes', donor_type: 'individual', usual: 40 },
  { donor: 'Delphine Okafor', donor_type: 'individual', usual: 60 },
  { donor: 'Imran Siddiq', donor_type: 'individual', usual: 15 },
  { donor: 'Liesel Brandt', donor_type: 'individual', usual: 30 },
  { donor: 'Rosalind Achebe', donor_type: 'individual', usual: 100 },
  { donor: '3 Rivers Bakery', donor_type: 'company', usual: 250 },
  { donor: 'Halden Logistics', donor_type: 'company', usual: 600 },
  { donor: 'Route 9 Cycles', donor_type: 'company', usual: 180 },
  { donor: 'The Larch Trust', donor_type: 'foundation', usual: 1500 },
  { donor: null, donor_type: 'individual', usual: 10 },
] as const

/** Three years of gifts to a charity. A gift without a donor is anonymous and nobody could be thanked. */
export function makeDonations() {
  const draw = drawFrom(101)
  return drawDays(draw, { from: '2021-01-04', days: 1090, count: 360 }).map((received, index) => {
    const { donor, donor_type, usual } = draw.oneOf(givers)
    return {
      receipt: `R-${7001 + index}`,
      received,
      donor,
      donor_type,
      campaign: draw.oneOf(['Winter Shelter', 'School Meals', 'Clean Water', 'Ward 12 Renovation']),
      method: draw.oneOf(['bank transfer', 'card', 'cheque', 'cash']),
      amount: usual * draw.oneOf([0.5, 1, 1, 1, 2, 4]),
      is_regular: draw.chance(0.4) ? 'yes' : 'no',
      region: draw.oneOf(['North', 'South', 'East', 'West', null]),
      thanked_on: donor === null || draw.chance(0.2) ? null : dayAfter(received, draw.whole(1, 30)),
    }
  })
}
