import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const starts = ['The Trouble with', 'Inside', 'Who Pays for', 'A Night with', 'Goodbye to', '10 Facts about']
const subjects = [
  { subject: 'Glaciers', topic: 'nature' },
  { subject: 'Night Trains', topic: 'travel' },
  { subject: 'Cheap Flights', topic: 'travel' },
  { subject: 'Sourdough', topic: 'food' },
  { subject: 'School Dinners', topic: 'food' },
  { subject: 'Ghost Stations', topic: 'cities' },
  { subject: 'Playgrounds', topic: 'cities' },
  { subject: 'Foxes', topic: 'nature' },
  { subject: 'Cash', topic: 'money' },
  { subject: 'Pensions', topic: 'money' },
  { subject: 'Lighthouses', topic: 'history' },
  { subject: 'the Moon Landing', topic: 'history' },
  { subject: 'Route 66', topic: 'history' },
]
const guests = ['Dr Ines Falk', 'Obi Nwankwo', 'Carla Weiss', 'Ruth Adeyemi', 'Piet Jonker', 'Marisol Vega', null, null]

/** A weekly podcast. An episode without a guest was made by the hosts alone; the last ones are not 90 days old. */
export function makeEpisodes() {
  const draw = drawFrom(167)
  const titles = starts.flatMap((start) =>
    subjects.map(({ subject, topic }) => ({ title: `${start} ${subject}`, topic })),
  )
  const order = titles.map((each) => ({ ...each, at: draw.decimal(0, 1, 6) })).toSorted((a, b) => a.at - b.at)
  return order.map(({ title, topic }, index) => {
    const guest = draw.oneOf(guests)
    const week = Math.round((420 + 14 * index) * (guest === null ? 0.85 : 1.1) * draw.decimal(0.7, 1.3, 3))
    const sponsor = draw.oneOf(['Kettle & Co', 'Bank 24', 'Nordbed', 'Lumen Lamps', null])
    return {
      Episode: index + 1,
      Title: title,
      Season: 1 + Math.floor(index / 26),
      Published: dayAfter('2022-10-04', 7 * index + (index > 51 ? 21 : 0)),
      Host: draw.oneOf(['Jonah Pike', 'Salma Idris', 'Salma Idris']),
      Guest: guest,
      Topic: topic,
      'Length (min)': draw.chance(0.06) ? draw.whole(85, 110) : draw.whole(24, 62),
      'Downloads 7 days': week,
      'Downloads 90 days': index > 66 ? null : Math.round(week * draw.decimal(1.8, 3.1, 3)),
      'New subscribers': draw.chance(0.05) ? null : Math.round(week * draw.decimal(0.01, 0.05, 4)),
      Sponsor: sponsor,
      'Ad income': sponsor === null ? 0 : Number((week * draw.decimal(0.018, 0.026, 4)).toFixed(2)),
    }
  })
}
