import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const firstNames = {
  F: ['Aoife', 'Birgit', 'Chiara', 'Dana', 'Esra', 'Fiona', 'Greta', 'Hind'],
  M: ['Anton', 'Bilal', 'Ciro', 'Dries', 'Eoin', 'Filip', 'Gorm', 'Hassan'],
}
const lastNames = [
  'Adler',
  'Bakker',
  'Castellano',
  'Doyle',
  'Ekdahl',
  'Fofana',
  'Grech',
  'Haas',
  'Ivanova',
  'Jonker',
  'Kearney',
  'Lund',
  'Micallef',
  'Nygren',
]
const clubs = ['Harbour Harriers', 'Club 42', 'Lakeside Athletics', 'Night Owls', 'TV 1884']
const races = [
  { race_date: '2022-05-15', runners: 120 },
  { race_date: '2023-05-14', runners: 138 },
  { race_date: '2024-05-12', runners: 131 },
]

/** Three years of a town's marathon. Who did not finish has no time; who runs for nobody has no club. */
export function makeMarathon() {
  const draw = drawFrom(157)
  return races.flatMap(({ race_date, runners }) =>
    Array.from({ length: runners }, (_, index) => {
      const sex = draw.oneOf(['F', 'M', 'M'] as const)
      const half = draw.decimal(sex === 'F' ? 80 : 71, 142, 1)
      const status = draw.chance(0.075) ? draw.oneOf(['DNF', 'DNF', 'DNF', 'DSQ']) : 'finished'
      return {
        race_date,
        bib: 1 + index * 3 + draw.whole(0, 2),
        runner: `${draw.oneOf(firstNames[sex])} ${draw.oneOf(lastNames)}`,
        sex,
        age: draw.whole(18, 71),
        country: draw.oneOf(['Ireland', 'Netherlands', 'Malta', 'Sweden', 'Ireland']),
        club: draw.chance(0.4) ? null : draw.oneOf(clubs),
        start_wave: draw.oneOf(['Wave 1', 'Wave 2', 'Wave 3']),
        registered_on: dayAfter(race_date, -draw.whole(8, 220)),
        half_minutes: draw.chance(0.02) ? null : half,
        finish_minutes: status === 'finished' ? Number((half * draw.decimal(2.02, 2.3, 3)).toFixed(1)) : null,
        status,
        first_marathon: draw.chance(0.3) ? 'yes' : 'no',
      }
    }),
  )
}
