import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const contacts = [
  { contact: 'Mum', number: '020 7946 0018', line: 'landline' },
  { contact: 'Mum', number: '020 7946 0018', line: 'landline' },
  { contact: 'Office', number: '020 7946 0555', line: 'landline' },
  { contact: 'Jess', number: '07700 900112', line: 'mobile' },
  { contact: 'Jess', number: '07700 900112', line: 'mobile' },
  { contact: 'Dentist', number: '01632 960 771', line: 'landline' },
  { contact: 'Tariq', number: '07700 900645', line: 'mobile' },
  { contact: null, number: '0871 496 0300', line: 'service' },
]

/** The itemised calls of one phone contract. Calls from abroad name the country; a call nobody took lasted no time. */
export function makePhoneCalls() {
  const draw = drawFrom(359)
  return drawDays(draw, { from: '2023-10-01', days: 365, count: 440 }).map((call_date) => {
    const { contact, number, line } = draw.oneOf(contacts)
    const direction = draw.oneOf(['outgoing', 'outgoing', 'incoming'])
    const isTaken = !draw.chance(0.14)
    const roaming_country = draw.chance(0.08) ? draw.oneOf(['France', 'Portugal', 'Norway']) : null
    const seconds = isTaken ? draw.whole(8, draw.chance(0.1) ? 4200 : 900) : 0
    const pence = roaming_country !== null ? 30 : line === 'service' ? 13 : 3
    return {
      call_date,
      hour: draw.whole(7, 23),
      contact,
      number,
      line,
      direction,
      roaming_country,
      seconds,
      charge_pence: direction === 'outgoing' ? Math.ceil(seconds / 60) * pence : 0,
      in_bundle: direction === 'outgoing' && line !== 'service' && draw.chance(0.6) ? 'yes' : 'no',
      answered: isTaken ? 'yes' : 'no',
    }
  })
}
