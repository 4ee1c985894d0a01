import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const songs = [
  { track: 'Paper Lanterns', artist: 'Ana Ferro', genre: 'folk', seconds: 214 },
  { track: 'Winter Coat', artist: 'Ana Ferro', genre: 'folk', seconds: 187 },
  { track: 'Platform 9', artist: 'Station 14', genre: 'electronic', seconds: 342 },
  { track: 'Last Tram Home', artist: 'Station 14', genre: 'electronic', seconds: 298 },
  { track: 'Two Left Shoes', artist: '30 Foxes', genre: 'rock', seconds: 205 },
  { track: 'Gravel', artist: '30 Foxes', genre: 'rock', seconds: 231 },
  { track: '1999 Again', artist: '30 Foxes', genre: 'rock', seconds: 260 },
  { track: 'Blue Hour', artist: 'Mireille Sand', genre: 'jazz', seconds: 405 },
  { track: 'Rue des Lilas', artist: 'Mireille Sand', genre: 'jazz', seconds: 377 },
  { track: 'Harbour Light', artist: 'The Quay Choir', genre: null, seconds: 190 },
]

/** Half a year of what somebody listened to. One artist has no genre; a skipped track was heard in part. */
export function makePlays() {
  const draw = drawFrom(113)
  return drawDays(draw, { from: '2023-09-01', days: 182, count: 520 }).map((day) => {
    const { track, artist, genre, seconds } = draw.oneOf([...songs, ...songs.slice(0, 5)])
    const isSkipped = draw.chance(0.22)
    const clock = [draw.whole(6, 23), draw.whole(0, 59), draw.whole(0, 59)]
    return {
      playedAt: `${day} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`,
      track,
      artist,
      genre,
      playedSeconds: isSkipped ? draw.whole(3, Math.floor(seconds / 2)) : seconds,
      skipped: isSkipped ? 'yes' : 'no',
      device: draw.oneOf(['phone', 'phone', 'laptop', 'car', 'kitchen speaker']),
      source: draw.oneOf(['playlist', 'search', 'radio', 'album']),
      rating: draw.chance(0.6) ? null : draw.whole(1, 5),
    }
  })
}
