import { randomFrom } from '../../../../../scripts/sample-workspace/random.ts'

/** What the makers of tables draw from: the same every time for the same seed. */
export function drawFrom(seed: number) {
  const random = randomFrom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    /** A whole number from one to another, both possible. */
    whole,
    /** A number with so many decimals. */
    decimal: (from: number, to: number, decimals: number) => Number((from + random() * (to - from)).toFixed(decimals)),
    oneOf<Item>(items: readonly Item[]): Item {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('There is nothing to draw from.')
      return item
    },
    chance: (part: number) => random() < part,
  }
}
export type Draw = ReturnType<typeof drawFrom>

const dayMs = 86_400_000

/** The day so many days after an ISO day, as an ISO day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}
