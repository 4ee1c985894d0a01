import { randomBytes } from 'node:crypto'

/** A time-ordered random id: `prefix_` + 48 bits of milliseconds + 80 random bits, in hex. Sorts by age. */
export function newId<Id extends string>(prefix: string): Id {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${prefix}_${time}${randomBytes(10).toString('hex')}` as Id
}
