import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const people = [
  'Ada Finch',
  'Bruno Katz',
  'Celia Moreau',
  'Derek Olsen',
  'Esther Quaye',
  'Farid Nasser',
  'Gwen Tate',
  'Henrik Dahl',
  'Ines Lobo',
  'Jakub Nowak',
  'Kirsten Bell',
  'Luca Ferri',
]
const shelves = [
  ['Salt Roads', 'Travel'],
  ['The Quiet Orchard', 'Fiction'],
  ['Tin Drummer Boy', 'Fiction'],
  ['Moss and Lichen', 'Nature'],
  ['A Short History of Glass', 'History'],
  ['Night Ferry', 'Crime'],
  ['The Ninth Alibi', 'Crime'],
  ['Bread at Home', 'Cooking'],
] as const

/** Loans point at members and books. A loan that is still out has no day of return. */
export function makeLibrary() {
  const draw = drawFrom(67)
  const members = people.map((name, index) => ({
    card_no: `M${310 + index}`,
    name,
    district: draw.oneOf(['Riverside', 'Old Town', 'Hillcrest']),
    membership: draw.oneOf(['adult', 'student', 'senior']),
    joined: dayAfter('2015-02-10', draw.whole(0, 2900)),
  }))
  const books = shelves.map(([title, genre], index) => ({
    book_id: 700 + index,
    title,
    genre,
    published: draw.whole(1931, 2021),
    pages: draw.whole(140, 620),
  }))
  const loans = Array.from({ length: 240 }, (_, index) => {
    const borrowed = dayAfter('2023-03-01', Math.floor((index * 300) / 240))
    const days = draw.whole(2, 40)
    return {
      loan_no: index + 1,
      card_no: draw.oneOf(members).card_no,
      book_id: draw.oneOf(books).book_id,
      borrowed_on: borrowed,
      returned_on: draw.chance(0.08) ? null : dayAfter(borrowed, days),
      fine: days > 28 ? Number((0.25 * (days - 28)).toFixed(2)) : 0,
      renewals: draw.whole(0, 3),
    }
  })
  return { members, books, loans }
}
