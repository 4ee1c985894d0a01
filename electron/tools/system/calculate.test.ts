import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { createCalculate, type Calculate } from './calculate.ts'

let calculate: Calculate
beforeAll(async () => {
  calculate = await createCalculate()
})

const failure = (expression: string) => {
  try {
    return `succeeded: ${calculate(expression)}`
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

describe('calculating', () => {
  test.each([
    ['0.1 + 0.2', '0.3'],
    ['1 / 3', '0.333333333333333333333333333333'],
    ['2^200', '1606938044258990275541962092341162602522202993782792835301376'],
    ['100 * 20%', '20'],
    ['(1200 - 950) / 950 * 100', '26.3157894736842105263157894737'],
    ['-2^2', '-4'],
    ['round(2.345, 2)', '2.35'],
    ['mean(1, 2, 6)', '3'],
    ['mean([1, 2, 6])', '3'],
    ['7 mod 3', '1'],
    ['2 pi', '6.28318530717958647692528676656'],
    ['5!', '120'],
    ['1e-40', '1e-40'],
    ['3 > 2 ? 10 : 20', '10'],
  ])('%s is %s', (expression, expected) => expect(calculate(expression)).toBe(expected))

  test('adds, subtracts and multiplies whole numbers exactly', () => {
    const whole = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect([calculate(`(${a}) + (${b})`), calculate(`(${a}) - (${b})`), calculate(`(${a}) * (${b})`)]).toEqual(
          [a + b, a - b, a * b].map(String),
        )
      }),
    )
  })

  test.each(['', '1 +', '1,000 + 1', '1 / 0', 'sqrt(-1)', '[1, 2]', '9^9^9^9', 'true + "x"'])(
    'says in a sentence why %j has no result',
    (expression) => expect(failure(expression)).toBe('INVALID_REQUEST'),
  )
})

describe('what is more than arithmetic', () => {
  test.each([
    'x = 1',
    'f(x) = x^2',
    'import({pi: 3})',
    'createUnit("foo")',
    'evaluate("1 + 1")',
    'parse("1")',
    'simplify("x")',
    'derivative("x", "x")',
    'config({})',
    '1; 2',
    '"text"',
    'concat("a", "b")',
    '1:1000000000',
    'zeros(1000000, 1000000)',
    'ones(9)',
    '[1, 2][1]',
    '{a: 1}',
    '{a: 1}.a',
    'cos.constructor("return process")()',
    'pi.constructor',
    '5 cm',
    'map([1], cos)',
    'random()',
    'unit("5 cm")',
    'version',
    'constructor',
    '__proto__',
  ])('%j is refused', (expression) => expect(failure(expression)).toBe('INVALID_REQUEST'))

  test('a calculation without end is stopped', () => {
    expect(failure('combinations(1e9, 5e8)')).toBe('TOOL_TIMEOUT')
    expect(calculate('1 + 1')).toBe('2')
  })

  test('whatever is typed, it is a number, a truth value or a sentence', () => {
    const word = fc.constantFrom(
      '1',
      '2.5',
      '(',
      ')',
      '+',
      '^',
      '!',
      ',',
      '[',
      ']',
      ';',
      '=',
      'e',
      'sum',
      'import',
      '"',
      '.',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (words) => {
        expect(failure(words.join(' '))).toMatch(
          /^(succeeded: (-?[\d.]+(e[+-]\d+)?|true|false)|INVALID_REQUEST|TOOL_TIMEOUT)$/,
        )
      }),
    )
  })
})
