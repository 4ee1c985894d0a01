import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCell, isNumeric } from './format-cell.ts'

const integer = { name: 'n', type: 'BIGINT' }
const format = (...args: Parameters<typeof formatCell>) => formatCell(...args).text

describe('formatCell', () => {
  it('groups digits and keeps every one of them', () => {
    expect(format(1234567, integer)).toBe('1,234,567')
    expect(format(-1234.5, { name: 'n', type: 'DOUBLE' })).toBe('−1,234.5')
    expect(format('123456789012345678.90', { name: 'n', type: 'DECIMAL(38,2)' })).toBe('123,456,789,012,345,678.90')
    expect(format(1e21, { name: 'n', type: 'DOUBLE' })).toBe('1e+21')
    expect(format(999, integer)).toBe('999')
  })

  const readBack = (number: number) =>
    Number(format(number, { name: 'n', type: 'DOUBLE' }).replaceAll(',', '').replace('−', '-'))

  it('can be read back as the same number when it is whole', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (number) => readBack(number) === number))
  })

  it('can be read back to 15 digits when it is not, without the trace of binary arithmetic', () => {
    expect(format(1069447.299999999, { name: 'n', type: 'DOUBLE' })).toBe('1,069,447.3')
    expect(format(0.1 + 0.2, { name: 'n', type: 'DOUBLE' })).toBe('0.3')
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (number) => {
        expect(Math.abs(readBack(number) - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-14)
      }),
    )
  })

  it('leaves words, dates and years alone', () => {
    expect(format('2026-05-01', { name: 'day', type: 'DATE' })).toBe('2026-05-01')
    expect(format('12345', { name: 'code', type: 'VARCHAR' })).toBe('12345')
    expect(format(2026, { name: 'year', type: 'BIGINT' })).toBe('2026')
    expect(format(2026, { name: 'order_year', type: 'INTEGER' })).toBe('2026')
    expect(format(true, { name: 'ok', type: 'BOOLEAN' })).toBe('true')
  })

  it('tells a missing value from the word', () => {
    expect(formatCell(null, integer)).toEqual({ kind: 'missing', text: 'null' })
    expect(formatCell('null', { name: 'w', type: 'VARCHAR' })).toEqual({ kind: 'value', text: 'null' })
  })
})

describe('isNumeric', () => {
  it('knows the number types of DuckDB', () => {
    const types = ['TINYINT', 'UBIGINT', 'HUGEINT', 'INTEGER', 'UINTEGER', 'DOUBLE', 'FLOAT', 'DECIMAL(18,3)']
    expect(types.filter((type) => !isNumeric({ name: 'n', type }))).toEqual([])
    const others = ['VARCHAR', 'DATE', 'TIMESTAMP', 'BOOLEAN', 'INTEGER[]', 'INTERVAL']
    expect(others.filter((type) => isNumeric({ name: 'n', type }))).toEqual([])
  })
})
