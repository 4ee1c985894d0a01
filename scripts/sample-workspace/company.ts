/** Larkspur & Finch, which does not exist, makes furniture for people who work at home. */

export const products = [
  { name: 'Heron Desk Chair', category: 'Chairs', price: 289, cost: 148, weight: 9 },
  { name: 'Wren Stool', category: 'Chairs', price: 119, cost: 52, weight: 7 },
  { name: 'Egret Lounge Chair', category: 'Chairs', price: 449, cost: 236, weight: 3 },
  { name: 'Oak Standing Desk', category: 'Desks', price: 629, cost: 341, weight: 7 },
  { name: 'Birch Writing Desk', category: 'Desks', price: 349, cost: 182, weight: 5 },
  { name: 'Corner Desk Mini', category: 'Desks', price: 259, cost: 131, weight: 4 },
  { name: 'Lumen Task Lamp', category: 'Lighting', price: 79, cost: 31, weight: 10 },
  { name: 'Halo Floor Lamp', category: 'Lighting', price: 149, cost: 63, weight: 6 },
  { name: 'Glow Strip Kit', category: 'Lighting', price: 39, cost: 14, weight: 8 },
  { name: 'Monitor Arm', category: 'Accessories', price: 99, cost: 41, weight: 10 },
  { name: 'Cable Tray', category: 'Accessories', price: 25, cost: 8, weight: 9 },
  { name: 'Felt Desk Mat', category: 'Accessories', price: 32, cost: 11, weight: 9 },
] as const

type Region = {
  readonly name: string
  readonly weight: number
  /** The first day on which it sold anything. */
  readonly opened: string
  readonly reps: readonly string[]
  readonly countries: readonly { readonly name: string; readonly weight: number }[]
}

export const regions: readonly Region[] = [
  {
    name: 'Europe',
    weight: 40,
    opened: '2024-01-01',
    reps: ['Ines Moreau', 'Jonas Brandt', 'Clara de Vries'],
    countries: [
      { name: 'Germany', weight: 5 },
      { name: 'France', weight: 4 },
      { name: 'Netherlands', weight: 2 },
      { name: 'Spain', weight: 2 },
    ],
  },
  {
    name: 'North America',
    weight: 35,
    opened: '2024-01-01',
    reps: ['Maya Torres', 'Owen Clarke', 'Priya Nair'],
    countries: [
      { name: 'United States', weight: 7 },
      { name: 'Canada', weight: 2 },
    ],
  },
  {
    name: 'Asia Pacific',
    weight: 18,
    opened: '2024-01-01',
    reps: ['Haruto Sato', 'Lucy Tan'],
    countries: [
      { name: 'Japan', weight: 4 },
      { name: 'Australia', weight: 3 },
      { name: 'Singapore', weight: 1 },
    ],
  },
  {
    name: 'Latin America',
    weight: 9,
    opened: '2024-07-01',
    reps: ['Rafael Souza'],
    countries: [
      { name: 'Brazil', weight: 3 },
      { name: 'Mexico', weight: 2 },
    ],
  },
]

export const channels = [
  { name: 'Online', weight: 55, discounts: [0, 0, 0, 0, 0.05, 0.1] },
  { name: 'Retail', weight: 25, discounts: [0, 0, 0.05, 0.05, 0.1] },
  { name: 'Partner', weight: 20, discounts: [0.1, 0.15, 0.15, 0.2, 0.25] },
] as const

/** `2025-11-03` as `2025 Q4`. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

export function money(amount: number): string {
  return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
