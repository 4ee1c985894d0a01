import { dayAfter, drawFrom, type Draw } from './draw-from.fixture.ts'

const shops = [
  { payee: 'Greengrocer Hall', category: 'Groceries', from: 8, to: 95 },
  { payee: 'Lidl', category: 'Groceries', from: 12, to: 120 },
  { payee: 'Shell Station 114', category: 'Fuel', from: 35, to: 82 },
  { payee: 'Trattoria Nonna', category: 'Eating out', from: 18, to: 74 },
  { payee: 'Spotify', category: 'Subscriptions', from: 10.99, to: 10.99 },
  { payee: 'City Transit', category: 'Travel', from: 2.4, to: 29 },
]
const monthly = [
  { day: 0, payee: 'Harbour Lettings', category: 'Rent', amount: -1180, note: 'standing order' },
  { day: 24, payee: 'Orchard Software Ltd', category: 'Salary', amount: 3450, note: null },
]

/** Two years of an account. Money out is below zero; the balance is that after the booking. */
export function makeStatement() {
  const draw = drawFrom(41)
  let balance = 2150.35
  const entries = Array.from({ length: 24 }, (_, month) => bookingsOf(draw, month)).flat()
  return entries
    .toSorted((a, b) => (a.booked < b.booked ? -1 : a.booked > b.booked ? 1 : 0))
    .map((entry) => {
      balance = Number((balance + entry.amount).toFixed(2))
      return { ...entry, balance }
    })
}

function bookingsOf(draw: Draw, month: number) {
  const first = new Date(Date.UTC(2022, month, 1)).toISOString().slice(0, 10)
  const fixed = monthly.map(({ day, ...entry }) => ({ booked: dayAfter(first, day), ...entry }))
  const spent = Array.from({ length: draw.whole(8, 13) }, () => {
    const { payee, category, from, to } = draw.oneOf(shops)
    const note = draw.chance(0.2) ? 'card payment' : null
    return { booked: dayAfter(first, draw.whole(0, 27)), payee, category, amount: -draw.decimal(from, to, 2), note }
  })
  return [...fixed, ...spent]
}
