import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { isInside } from './is-inside.ts'
import { placePath } from './place-path.ts'

const root = path.resolve('/some/workspace')

describe('placing a path', () => {
  test('takes relative paths and absolute ones inside, by either name of the folder', () => {
    const real = path.resolve('/real/workspace')
    const asked = ['a/b.csv', './a//b.csv', 'a/x/../b.csv', `${root}/a/b.csv`, `${real}/a/b.csv`]
    expect(asked.map((each) => placePath(each, [real, root]))).toEqual(Array(5).fill(path.join('a', 'b.csv')))
    expect(['', '.', './', root, `${root}/`].map((each) => placePath(each, [root]))).toEqual(Array(5).fill(''))
  })

  test.each(['..', '../x', 'a/../../x', '/etc/passwd', `${root}-other/x`, '..\\..\\x', 'a\0b', `${root}/../x`])(
    'refuses %j',
    (asked) => {
      expect(() => placePath(asked, [root])).toThrow(expect.objectContaining({ code: 'PATH_OUTSIDE_WORKSPACE' }))
    },
  )

  test('a name that only begins with two dots is a name', () => {
    expect(placePath('..notes/x', [root])).toBe(path.join('..notes', 'x'))
  })

  test('whatever is asked, the place is inside or it is refused', () => {
    const segment = fc.oneof(fc.constantFrom('..', '.', '', 'a', '\\', '..\\', '%2e%2e', '\0', root), fc.string())
    const asked = fc.array(segment, { maxLength: 8 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(asked, (each) => {
        try {
          return isInside(root, path.resolve(root, placePath(each, [root])))
        } catch (error) {
          return error instanceof AppError && error.code === 'PATH_OUTSIDE_WORKSPACE'
        }
      }),
    )
  })
})
