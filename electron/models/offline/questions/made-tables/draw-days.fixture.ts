import { dayAfter, type Draw } from './draw-from.fixture.ts'

/** So many ISO days of a stretch, in order; some days come twice and some not at all. */
export function drawDays(draw: Draw, { from, days, count }: { from: string; days: number; count: number }): string[] {
  return Array.from({ length: count }, () => dayAfter(from, draw.whole(0, days - 1))).toSorted()
}
