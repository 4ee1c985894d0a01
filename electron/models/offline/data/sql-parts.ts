import type { Filter } from './request.ts'

/** A column name as SQL, whatever it holds. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** `WHERE …` for all filters together, and more conditions in SQL; null when there are none. */
export function whereClause(filters: readonly Filter[], more: readonly string[] = []): string | null {
  const conditions = [...filters.map(condition), ...more]
  return conditions.length === 0 ? null : `WHERE ${conditions.join(' AND ')}`
}

function condition(filter: Filter): string {
  const name = identifier(filter.column.name)
  switch (filter.kind) {
    case 'values': {
      const [only, ...more] = filter.values
      return more.length === 0
        ? `${name} = ${literal(only ?? '')}`
        : `${name} IN (${filter.values.map(literal).join(', ')})`
    }
    case 'compare': {
      const isOfDates = filter.operands.every((operand) => typeof operand === 'string')
      const operands = filter.operands.map((each) =>
        typeof each === 'string' ? `DATE ${literal(each)}` : String(each),
      )
      // A time of day must not push the last day out of "until".
      return compare(isOfDates ? `CAST(${name} AS DATE)` : name, filter.comparison, operands)
    }
    case 'part-of-date':
      return compare(`${filter.part}(${name})`, filter.comparison, filter.operands.map(String))
  }
}

function compare(
  left: string,
  comparison: Filter extends { comparison: infer C } ? C : string,
  operands: readonly string[],
): string {
  const [first = '', second = ''] = operands
  if (comparison === 'between') return `${left} BETWEEN ${first} AND ${second}`
  return operands.length > 1 ? `${left} IN (${operands.join(', ')})` : `${left} ${comparison} ${first}`
}
