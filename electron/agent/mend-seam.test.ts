import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendSeam } from './mend-seam.ts'

/** What is shown of a continuation that comes in these pieces. */
function continued(shown: string, ...pieces: readonly string[]): string {
  const seam = mendSeam(shown)
  return pieces.map((piece) => seam.take(piece)).join('') + seam.end()
}

describe('mendSeam', () => {
  it.each([
    ['the missing letters of a word', 'The tot', 'al is 5.', 'al is 5.'],
    ['the next word with its space', 'The total', ' is 5.', ' is 5.'],
    ['what follows the mark', 'The total', '<go-on> is 5.', ' is 5.'],
    ['a space that is shown already', 'The total ', ' is 5.', 'is 5.'],
    ['a line break that is shown already', 'One.\n', '\n\nTwo.', '\nTwo.'],
    ['a line break in place of a space', 'One. ', '\n\nTwo.', '\n\nTwo.'],
  ])('shows %s', (_what, shown, next, expected) => {
    expect(continued(shown, next)).toBe(expected)
  })

  it.each([
    ['the unfinished line', 'Sales rose.\nThe total of the north', 'The total of the north is 5.', ' is 5.'],
    ['the unfinished sentence', 'Sales rose. The total of', 'The total of it is 5.', ' it is 5.'],
    ['the last words', 'I saw that the total of the north', 'the total of the north is 5.', ' is 5.'],
    ['more than the last sentence', 'One two three. Four fi', 'One two three. Four five six.', 've six.'],
    ['a short line from its start', '| a | 1', '| a | 1 |\n| b | 2 |', ' |\n| b | 2 |'],
    [
      'what it is told stands, and the rest behind its blanks',
      'It is all said and done ',
      'It is all said and done now.',
      'now.',
    ],
    [
      'a whole paragraph that had ended',
      'The north sold more than the south this year.\n\n',
      'The north sold more than the south this year.\n\nThe west did not.',
      'The west did not.',
    ],
    [
      'words without blanks',
      '北部的销售额比去年增长了，但是南部的销售额没有',
      '北部的销售额比去年增长了，但是南部的销售额没有增长。',
      '增长。',
    ],
  ])('cuts off a beginning that repeats %s', (_what, shown, next, expected) => {
    expect(continued(shown, next)).toBe(expected)
    expect(continued(shown, ...Array.from(next))).toBe(expected)
    expect(continued(shown, `<go-on>${next}`)).toBe(expected)
  })

  it.each([
    ['a laugh', 'He said: ha ha ha', 'ha ha ha ha!'],
    ['a laugh of long words', 'hahahahahahaha hahahahahahaha', 'hahahahahahaha hahahahahahaha'],
    ['the same row of a table', '| region | units |\n| north | 1,204 |\n', '| north | 1,204 |\n| south | 987 |'],
    [
      'a long row',
      '| north | 1,204 | 1,198 | 1,310 | 1,402 | 1,377 |\n',
      '| north | 1,204 | 1,198 | 1,310 | 1,402 | 1,377 |',
    ],
    ['a short sentence on its line', 'Nobody came today.\n', 'Nobody came today.\n'],
    ['an indented line', 'do:\n  wait for the next', '  wait for the next'],
    ['the end of a word', 'the subtotal of it all', 'total of it all'],
    ['a row of few cells', '| 0 | 1 ', '| 0 | 1 |'],
    ['cells that are alike', '| 0 | 0 | ', '| 0 | 0 | 0 |'],
    ['a pattern of rows that has come before', '| a |\n| b | 1 |\n| a |\n| b | 1 |', '| a |\n| b | 1 |'],
    ['an item of a list', '- Not available here.\n', '- Not available here.\n- Yes.'],
    ['a line of code', '  assert(one === two, "the same")\n', '  assert(one === two, "the same")\n'],
    ['a long number', '3141592653589793', '3141592653589793'],
    ['a single word', 'I know that', 'that is so'],
    ['a sentence that was said twice already', 'And so it goes on. And so it goes on.', 'And so it goes on. End.'],
  ])('leaves what may rightly be said again: %s', (_what, shown, next) => {
    expect(continued(shown, next)).toBe(next)
  })

  it('holds back no more than what could still be a repetition', () => {
    const seam = mendSeam('Sales rose. The total of the north')
    expect(['The total', ' of', ' the south', ' is 4.'].map((piece) => seam.take(piece))).toEqual([
      '',
      '',
      'The total of the south',
      ' is 4.',
    ])
    expect(seam.isMended).toBe(true)
    expect(mendSeam('Sales rose.').take('But')).toBe('But')
  })

  it('shows the same however the continuation is cut into pieces', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', 'total', ' ', '\n', '. ', '<go-on>', '| 1 '), { maxLength: 24 })
    fc.assert(
      fc.property(words, words, fc.nat(), (shown, next, from) => {
        const text = shown.join('')
        const whole = text.slice(from % (text.length + 1)) + next.join('')
        expect(continued(text, ...Array.from(whole))).toBe(continued(text, whole))
      }),
      { numRuns: 2_000 },
    )
  })
})
