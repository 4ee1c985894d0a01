import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const films = [
  { film: 'The Last Ferryman', genre: 'drama', made_in: 'Ireland', runtime: 118, draw: 0.4 },
  { film: 'Moonshot 77', genre: 'science fiction', made_in: 'USA', runtime: 141, draw: 0.7 },
  { film: 'Paper Tigers Club', genre: 'comedy', made_in: 'South Korea', runtime: 104, draw: 0.5 },
  { film: 'Bramble & Pip', genre: 'animation', made_in: 'France', runtime: 86, draw: 0.8 },
  { film: 'Cold Harbour', genre: 'thriller', made_in: 'Norway', runtime: 109, draw: 0.45 },
  { film: 'A Winter in Arles', genre: 'drama', made_in: 'France', runtime: 127, draw: 0.3 },
  { film: 'Robot Kindergarten', genre: 'animation', made_in: 'USA', runtime: 92, draw: 0.75 },
  { film: 'Whales', genre: 'documentary', made_in: 'New Zealand', runtime: 78, draw: 0.25 },
  { film: 'Grand Hotel Murders', genre: 'thriller', made_in: 'UK', runtime: 122, draw: 0.6 },
  { film: 'Two Left Feet', genre: 'comedy', made_in: 'USA', runtime: 97, draw: 0.55 },
]
const screens = [
  { screen: 'Big Hall', seats: 140 },
  { screen: 'Big Hall', seats: 140 },
  { screen: 'Studio', seats: 48 },
]

/** A year of a village cinema. A cancelled screening sold nothing; on some evenings nobody counted the snacks. */
export function makeScreenings() {
  const draw = drawFrom(251)
  return Array.from({ length: 330 }, (_, index) => {
    const { film, genre, made_in, runtime, draw: pull } = draw.oneOf(films)
    const { screen, seats } = draw.oneOf(screens)
    const isCancelled = draw.chance(0.04)
    const sold = isCancelled ? 0 : Math.floor(seats * Math.min(1, pull * draw.decimal(0.2, 1.5, 3)))
    const child = Math.floor(sold * (genre === 'animation' ? 0.55 : 0.08))
    const price = draw.oneOf([8, 8, 9.5])
    return {
      'Show Date': dayAfter('2023-09-01', Math.floor((index * 365) / 330)),
      'Start Time': draw.oneOf(['15:00', '17:30', '20:15', '20:15']),
      Film: film,
      Genre: genre,
      'Made In': made_in,
      'Runtime (min)': runtime,
      Screen: screen,
      'Tickets Adult': sold - child,
      'Tickets Child': child,
      'Tickets Sold': sold,
      'Box Office £': Number(((sold - child) * price + child * 5.5).toFixed(2)),
      'Snack Sales £': isCancelled || draw.chance(0.08) ? null : Number((sold * draw.decimal(0.8, 3.9, 2)).toFixed(2)),
      Version:
        made_in === 'USA' || made_in === 'UK' || made_in === 'Ireland'
          ? 'original'
          : draw.oneOf(['dubbed', 'subtitled']),
      Volunteer: draw.oneOf(['Agnes', 'Barnaby', 'Cerys', 'Doug', 'Effie']),
      Status: isCancelled ? 'cancelled' : 'shown',
    }
  })
}
