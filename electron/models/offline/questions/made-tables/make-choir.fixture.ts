import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const people = [
  { name: 'Adwoa Mensah', voice: 'soprano' },
  { name: 'Bertil Nyström', voice: 'tenor' },
  { name: 'Clara Whitcombe', voice: 'soprano' },
  { name: 'Declan Moran', voice: 'bass' },
  { name: 'Elif Demir', voice: 'alto' },
  { name: 'Frances Tully', voice: 'soprano' },
  { name: 'Gareth Pugh', voice: 'tenor' },
  { name: 'Hana Kovac', voice: 'alto' },
  { name: 'Imogen Frost', voice: 'alto' },
  { name: 'Joao Teixeira', voice: 'tenor' },
  { name: 'Kirsten Bloch', voice: 'soprano' },
  { name: 'Leopold Ammann', voice: 'bass' },
  { name: 'Maeve Corrigan', voice: 'soprano' },
  { name: 'Niklas Tamm', voice: 'bass' },
  { name: 'Orla Fenwick', voice: 'alto' },
  { name: 'Pascal Dubois', voice: 'tenor' },
  { name: 'Quinn Sadler', voice: 'tenor' },
  { name: 'Rukmini Das', voice: 'soprano' },
  { name: 'Stellan Borg', voice: 'bass' },
  { name: 'Tamsin Ward', voice: 'alto' },
  { name: 'Umberto Neri', voice: 'bass' },
  { name: 'Vera Lindgren', voice: 'alto' },
  { name: 'Wilfred Ames', voice: 'bass' },
  { name: 'Yusra Haddad', voice: 'soprano' },
]
const evenings = Array.from({ length: 38 }, (_, week) => ({
  day: dayAfter('2023-09-05', 7 * week),
  event: week % 13 === 12 ? 'concert' : week % 6 === 5 ? 'sectional' : 'rehearsal',
}))

/** A choir's members, and who came on which evening. Excused is not absent; who came late has minutes. */
export function makeChoir() {
  const draw = drawFrom(173)
  const singers = people.map((person, index) => ({
    member_id: 201 + index,
    ...person,
    town: draw.oneOf(['Ashford', 'Bramley', 'Cold Norton', 'Ashford']),
    born: draw.whole(1944, 2004),
    joined_on: dayAfter('2006-01-10', draw.whole(0, 6200)),
    yearly_dues: draw.oneOf([60, 60, 60, 35, 90]),
    instrument: draw.chance(0.5) ? null : draw.oneOf(['piano', 'violin', 'guitar', 'flute']),
    can_sight_read: draw.chance(0.55) ? 'yes' : 'no',
  }))
  const attendances = evenings.flatMap(({ day, event }) =>
    singers
      .filter(({ joined_on }) => joined_on <= day)
      .map(({ member_id }) => {
        const status = draw.oneOf(['present', 'present', 'present', 'present', 'excused', 'absent'])
        const isLate = status === 'present' && draw.chance(0.18)
        return { date: day, event, member_id, status, minutes_late: isLate ? draw.whole(3, 35) : null }
      }),
  )
  return { singers, attendances }
}
