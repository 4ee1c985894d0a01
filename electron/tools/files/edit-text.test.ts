import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { editText, type TextEdit } from './edit-text.ts'

const edit = (before: string | null, change: TextEdit) => {
  try {
    return editText(before, change, 'a.md')
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}
const replace = (before: string | null, oldText: string, text: string, all = false) =>
  edit(before, { command: 'replace', oldText, text, all })
const insert = (before: string | null, afterLine: number, text: string) =>
  edit(before, { command: 'insert', afterLine, text })

describe('editing text', () => {
  test('replaces text that is there exactly once, and every one only when told', () => {
    expect(replace('a b c', 'b', '$& x')).toBe('a $& x c')
    expect(replace('a b b', 'b', 'x')).toBe('INVALID_REQUEST')
    expect(replace('a b b', 'b', 'x', true)).toBe('a x x')
    expect(replace('a', 'b', 'x')).toBe('INVALID_REQUEST')
    expect(replace('a', 'a', 'a')).toBe('INVALID_REQUEST')
    expect(replace(null, 'a', 'b')).toBe('FILE_NOT_FOUND')
  })

  test('inserts whole lines at the top, between and at the end', () => {
    expect(insert('1\n2\n', 0, 'new')).toBe('new\n1\n2\n')
    expect(insert('1\n2\n', 1, 'new\n')).toBe('1\nnew\n2\n')
    expect(insert('1\n2\n', 2, 'new')).toBe('1\n2\nnew')
    expect(insert('1\n2', 2, 'new')).toBe('1\n2\nnew')
    expect(insert('', 0, 'new')).toBe('new')
    expect(insert('1\n', 2, 'new')).toBe('INVALID_REQUEST')
  })

  test('creates only what is not there', () => {
    expect(edit(null, { command: 'create', text: 'x' })).toBe('x')
    expect(edit('', { command: 'create', text: 'x' })).toBe('FILE_EXISTS')
  })

  test('finds and keeps the line ends of the file', () => {
    expect(replace('1\r\n2\r\n', '1\n2', 'a\nb')).toBe('a\r\nb\r\n')
    expect(insert('1\r\n2\r\n', 1, 'new')).toBe('1\r\nnew\r\n2\r\n')
  })

  test('an insertion changes no line that was there', () => {
    const line = fc.constantFrom('', 'a', 'b c')
    const file = fc.tuple(fc.array(line), fc.constantFrom('', '\n')).map(([lines, end]) => lines.join('\n') + end)
    const linesOf = (text: string) => text.replace(/\n$/, '').split('\n')
    fc.assert(
      fc.property(file, fc.nat(5), (before, afterLine) => {
        const after = insert(before, afterLine, 'NEW')
        if (before === '' || after === 'INVALID_REQUEST') return
        expect(linesOf(String(after))).toEqual(linesOf(before).toSpliced(afterLine, 0, 'NEW'))
      }),
    )
  })
})
