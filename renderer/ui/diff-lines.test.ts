import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from './diff-lines.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '  d', 'e\r'), { maxLength: 60 })

describe('diffLines', () => {
  it('shows a new file as added lines only', () => {
    expect(diffLines(null, 'a\nb\n')).toEqual({
      lines: [
        { kind: 'added', after: 1, text: 'a' },
        { kind: 'added', after: 2, text: 'b' },
      ],
      added: 2,
      removed: 0,
    })
  })

  it('folds what is far from a change and numbers both sides', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`)
    const after = before.with(9, 'changed')
    expect(diffLines(before.join('\n') + '\n', after.join('\n') + '\n', 1).lines).toEqual([
      { kind: 'fold', lines: 8 },
      { kind: 'same', before: 9, after: 9, text: 'line 9' },
      { kind: 'removed', before: 10, text: 'line 10' },
      { kind: 'added', after: 10, text: 'changed' },
      { kind: 'same', before: 11, after: 11, text: 'line 11' },
      { kind: 'fold', lines: 9 },
    ])
  })

  it('says when a line break at the end is lost', () => {
    expect(diffLines('a\n', 'a').lines.map((line) => line.kind)).toEqual(['removed', 'added', 'note'])
  })

  it('accounts for every line of both texts', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const join = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')
        const diff = diffLines(join(before), join(after), 2)
        const folded = diff.lines.reduce((sum, line) => sum + (line.kind === 'fold' ? line.lines : 0), 0)
        const kept = diff.lines.filter((line) => line.kind === 'same').length + folded
        expect(kept + diff.removed).toBe(before.length)
        expect(kept + diff.added).toBe(after.length)
        for (const line of diff.lines) {
          if (line.kind === 'removed') expect(line.text).toBe(before[line.before - 1])
          if (line.kind === 'added') expect(line.text).toBe(after[line.after - 1])
        }
      }),
    )
  })

  it('shows two long unrelated texts whole instead of comparing for minutes', () => {
    const left = Array.from({ length: 6000 }, (_, at) => `l${at}`).join('\n')
    const right = Array.from({ length: 6000 }, (_, at) => `r${at}`).join('\n')
    expect(diffLines(left, right)).toMatchObject({ removed: 6000, added: 6000 })
  })
})
