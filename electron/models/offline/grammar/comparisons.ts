export type Comparison = '>' | '>=' | '<' | '<=' | '=' | 'between'

export const comparisonWords: Readonly<Record<string, Comparison>> = {
  'greater than': '>',
  'more than': '>',
  'higher than': '>',
  'larger than': '>',
  over: '>',
  above: '>',
  after: '>',
  '>': '>',
  'at least': '>=',
  since: '>=',
  '>=': '>=',
  '≥': '>=',
  'less than': '<',
  'lower than': '<',
  'fewer than': '<',
  'smaller than': '<',
  under: '<',
  below: '<',
  before: '<',
  '<': '<',
  'at most': '<=',
  until: '<=',
  '<=': '<=',
  '≤': '<=',
  equals: '=',
  'equal to': '=',
  '=': '=',
  '==': '=',
  between: 'between',
}

/** Those after which a bare year is a year: «over 2000» is a figure, «since 2000» a date. */
export const timeComparisons: ReadonlySet<string> = new Set(['after', 'since', 'before', 'until', 'between'])
