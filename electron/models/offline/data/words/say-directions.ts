import { compassPoints } from '../../grammar/compass.ts'
import { wordsOfName } from '../../words.ts'
import type { Filter } from '../request/request.ts'
import { isNumeric, type Column } from '../columns/table-columns.ts'
import { own } from './grammar-entries.ts'

/** "north of latitude 55", "east of 3°", "south of the equator", where each row has its latitude and longitude. */
export function sayDirections(question: string, columns: readonly Column[]): string {
  const said = question.replaceAll(southern, (_, side: string) => `${side} of 0`)
  return said.replaceAll(
    beside,
    (phrase, lead: string | undefined, side: string, named: string | undefined, degrees) => {
      const { axis, comparison } = own(compassPoints, side.toLowerCase()) ?? {}
      const column = axis === undefined ? null : coordinate(axis, columns)
      if (column === null || !isOfAxis(named, axis) || Math.abs(Number(degrees)) > 180) return phrase
      return `${lead === undefined ? 'where ' : `${lead} where `}"${column.name}" ${comparison} ${degrees}`
    },
  )
}

/** "and south of it": of the same latitude as was asked for before. */
export function sayOtherSide(question: string, filters: readonly Filter[], columns: readonly Column[]): string {
  return question.replaceAll(/\b(north|south|east|west) of (?:it|that|there)\b/giu, (phrase, side: string) => {
    const { axis } = own(compassPoints, side.toLowerCase()) ?? {}
    const column = axis === undefined ? null : coordinate(axis, columns)
    const before = filters.find((each) => each.kind === 'compare' && each.column.name === column?.name)
    const [degrees, ...others] = before?.kind === 'compare' ? before.operands : []
    return degrees === undefined || others.length > 0 ? phrase : `${side} of ${degrees}`
  })
}

const southern = /\b(north|south) of the equator\b/giu
const beside =
  /\b(?:(and|or|but) )?(?:(?:lie|lies|lying|are|is|located) )?(?:to the )?(north|south|east|west) of (?:the )?(latitude|longitude|lat|lon|parallel|meridian)?(?: of)? ?(-?\d+(?:\.\d+)?)(?: ?°| ?degrees?)?(?! ?(?:km|miles?|m)\b)(?![\p{L}\d])/giu

function isOfAxis(named: string | undefined, axis: 'latitude' | 'longitude' | undefined): boolean {
  if (named === undefined || /^(?:parallel|meridian)$/i.test(named)) return true
  return axis?.startsWith(named.toLowerCase()) ?? false
}

/** The only column of an axis; null where there are two, such as of a journey's ends, or where the other axis is missing. */
export function coordinate(axis: 'latitude' | 'longitude', columns: readonly Column[]): Column | null {
  const [column, ...others] = columns.filter(
    (each) => isNumeric(each) && names[axis].has(wordsOfName(each.name).at(-1) ?? ''),
  )
  return column === undefined || others.length > 0 || column.name.includes('"') ? null : column
}

const names = {
  latitude: new Set(['latitude', 'lat']),
  longitude: new Set(['longitude', 'lon', 'lng', 'long']),
} as const
