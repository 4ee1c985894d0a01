import { visibleName } from './visible-name.ts'

/** A path for a title: hidden characters spelled out, a long one cut in the middle so that its end stays readable. */
export function titleName(path: string): string {
  const name = visibleName(path)
  return name.length <= 100 ? name : `${name.slice(0, 40)} … ${name.slice(-55)}`
}
