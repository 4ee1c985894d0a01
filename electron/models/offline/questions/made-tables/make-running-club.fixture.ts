import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const people = [
  { name: 'Adaeze Obi', sex: 'F' },
  { name: 'Bartek Zając', sex: 'M' },
  { name: 'Clara Benning', sex: 'F' },
  { name: 'Dario Conti', sex: 'M' },
  { name: 'Elspeth Muir', sex: 'F' },
  { name: 'Fergus Doyle', sex: 'M' },
  { name: 'Gwyneth Price', sex: 'F' },
  { name: 'Hamid Karimi', sex: 'M' },
  { name: 'Ilse Hoffmann', sex: 'F' },
  { name: 'Jorge Salas', sex: 'M' },
  { name: 'Keiko Tanabe', sex: 'F' },
  { name: 'Lamar Hines', sex: 'M' },
  { name: 'Maeve Corrigan', sex: 'F' },
  { name: 'Nils Aaltonen', sex: 'M' },
  { name: 'Orla Tierney', sex: 'F' },
  { name: 'Pavel Novotny', sex: 'M' },
]
const races = [
  { race: 'Harbour 10', distance_km: 10, months: [3] },
  { race: 'Parkrun Special', distance_km: 5, months: [1, 5, 9] },
  { race: 'Two Bridges Half', distance_km: 21.1, months: [4] },
  { race: 'Moor Trail', distance_km: 16, months: [6] },
  { race: 'City Marathon', distance_km: 42.2, months: [10] },
  { race: 'Santa 5', distance_km: 5, months: [12] },
]

/** A running club and two years of its races. Who did not finish has neither a time nor a place. */
export function makeRunningClub() {
  const draw = drawFrom(197)
  const runners = people.map(({ name, sex }, index) => ({
    runner_no: 301 + index,
    name,
    sex,
    born: draw.whole(1954, 2004),
    town: draw.oneOf(['Saltby', 'Fenwick', 'Upper Dale']),
    squad: draw.oneOf(['Track Tuesday', 'Social', 'Trail 7']),
    joined_on: dayAfter('2014-03-01', draw.whole(0, 3100)),
    fee_paid: draw.chance(0.75) ? 'yes' : 'no',
  }))
  const starters = runners.map(({ runner_no }) => ({ runner_no, pace: draw.decimal(4.4, 6.9, 2) }))
  const results = [2023, 2024].flatMap((year) =>
    races.flatMap(({ race, distance_km, months }) =>
      months.flatMap((month) => {
        const day = dayAfter(`${year}-${String(month).padStart(2, '0')}-01`, draw.whole(0, 27))
        return starters
          .filter(() => draw.chance(0.62))
          .map(({ runner_no, pace }) => {
            const isFinisher = !draw.chance(0.07)
            const minutesPerKm = pace * (1 + 0.0035 * distance_km) * draw.decimal(0.93, 1.09, 3)
            return {
              runner_no,
              race,
              race_date: day,
              distance_km,
              finish_minutes: isFinisher ? Number((distance_km * minutesPerKm).toFixed(1)) : null,
              place: isFinisher ? Math.max(1, Math.round(90 * (minutesPerKm - 4.1))) : null,
              shoes: draw.oneOf(['Pegasus 40', 'Ghost 15', 'Cloud 5', null]),
            }
          })
      }),
    ),
  )
  return { runners, results }
}
