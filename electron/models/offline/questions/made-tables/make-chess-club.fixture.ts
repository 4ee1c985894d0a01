import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const names = [
  'Amelia Stone',
  'Boris Lazarev',
  'Chidi Eze',
  'Dorothy Finch',
  'Emil Sorensen',
  'Farah Naqvi',
  'Gus Whitlock',
  'Hana Kovac',
  'Ivan Petrov',
  'Joan Abbott',
  'Kofi Mensah',
  'Lena Brandt',
]
const openings = ['Sicilian', 'French', 'Caro-Kann', 'London System', "Queen's Gambit", 'Ruy Lopez']
const results = [
  { result: 'win', points: 1 },
  { result: 'win', points: 1 },
  { result: 'loss', points: 0 },
  { result: 'loss', points: 0 },
  { result: 'draw', points: 0.5 },
]
const matchDays = 26

/** A chess club's members and what each of them did in two seasons of league matches. A walkover was not played. */
export function makeChessClub() {
  const draw = drawFrom(233)
  const players = names.map((full_name, index) => {
    const birth_year = draw.chance(0.3) ? draw.whole(2005, 2010) : draw.whole(1946, 1998)
    const isJunior = birth_year > 2004
    return {
      player_no: 11 + index,
      full_name,
      birth_year,
      rating: draw.whole(1180, 2210),
      title: !isJunior && draw.chance(0.2) ? 'FM' : null,
      member_since: dayAfter(isJunior ? '2018-09-01' : '2009-09-01', draw.whole(0, isJunior ? 1400 : 4700)),
      town: draw.oneOf(['Hexworth', 'Lower Tadley', 'Brackley']),
      junior: isJunior ? 'yes' : 'no',
    }
  })
  const games = Array.from({ length: matchDays }, (_, match) => {
    const match_date = dayAfter('2022-10-06', 7 * match + (match < matchDays / 2 ? 0 : 270))
    const opponent_club = draw.oneOf(['Castle Knights', 'Rook House', 'University B', 'Pawnbrokers 64'])
    const venue = draw.oneOf(['home', 'away'])
    return players
      .filter(() => draw.chance(0.68))
      .map(({ player_no }, seat) => {
        const isWalkover = draw.chance(0.03)
        const { result, points } = isWalkover ? { result: 'walkover', points: 1 } : draw.oneOf(results)
        return {
          match_date,
          opponent_club,
          venue,
          board: seat + 1,
          player_no,
          colour: seat % 2 === 0 ? 'white' : 'black',
          opening: isWalkover ? null : draw.oneOf(openings),
          moves: isWalkover ? null : draw.whole(14, 92),
          opponent_rating: draw.chance(0.08) ? null : draw.whole(1100, 2250),
          result,
          points,
        }
      })
  }).flat()
  return { players, games }
}
