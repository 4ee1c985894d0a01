import { describe, expect, test } from 'vitest'
import { applyFollowUp } from './apply-follow-up.ts'
import { emptyDraft, plainFigure, plainGroup } from '../request/request-draft.ts'
import type { ColumnFilter, Request } from '../request/request.ts'

const column = (name: string) => ({
  name,
  type: 'VARCHAR',
  missing: 0,
  distinct: 3,
  min: null,
  max: null,
  examples: [],
})
const request = (parts: Partial<Request>): Request => ({ ...emptyDraft().request, ...parts })
const values = (name: string, all: readonly string[], isNegated = false): ColumnFilter => ({
  kind: 'values',
  column: column(name),
  values: all,
  isNegated,
})
const part = (of: 'year' | 'month', operand: number): ColumnFilter => ({
  kind: 'part-of-date',
  column: column('date'),
  isNegated: false,
  part: of,
  comparison: '=',
  operands: [operand],
})

const total = plainFigure('sum', column('amount'))
const before = request({
  figures: [total],
  groups: [plainGroup(column('region'))],
  filters: [values('country', ['Japan'])],
})

describe('a follow-up changes', () => {
  test('what is split by', () => {
    const changed = applyFollowUp(before, request({ groups: [plainGroup(column('channel'))] }))
    expect(changed?.request).toEqual({ ...before, groups: [plainGroup(column('channel'))] })
    expect(changed?.kept).toEqual({ figures: [total], countsRows: false, groups: [], filters: before.filters })
  })

  test('what is computed, and keeps the split', () => {
    const average = plainFigure('avg', column('amount'))
    expect(applyFollowUp(before, request({ figures: [average] }))?.request).toEqual({ ...before, figures: [average] })
    expect(applyFollowUp(before, request({ countsRows: true }))?.request.figures).toEqual([])
  })

  test.each([
    ['another value replaces', [values('x', ['a'])], values('x', ['b']), [values('x', ['b'])]],
    ['another column adds', [values('x', ['a'])], values('y', ['b']), [values('x', ['a']), values('y', ['b'])]],
    ['a month adds to a year', [part('year', 2024)], part('month', 3), [part('year', 2024), part('month', 3)]],
    ['a year replaces a year', [part('year', 2024)], part('year', 2023), [part('year', 2023)]],
    ['one less of several', [values('x', ['a', 'b'])], values('x', ['a'], true), [values('x', ['b'])]],
    [
      'one more left out',
      [values('x', ['a'], true)],
      values('x', ['b'], true),
      [values('x', ['a'], true), values('x', ['b'], true)],
    ],
    ['the only one left out', [values('x', ['a'])], values('x', ['a'], true), [values('x', ['a'], true)]],
  ])('conditions: %s', (_, old, added, expected) => {
    const changed = applyFollowUp(request({ filters: old, countsRows: true }), request({ filters: [added] }))
    expect(changed?.request.filters).toEqual(expected)
  })

  test('a rank is of what was split by; a new split ends it', () => {
    const rank = { direction: 'highest', word: 'top', limit: 3, dropsTies: false } as const
    const ranked = applyFollowUp(before, request({ rank }))?.request
    expect(ranked).toEqual({ ...before, rank, subjects: before.groups, groups: [] })
    const split = applyFollowUp(ranked ?? before, request({ groups: [plainGroup(column('channel'))] }))?.request
    expect(split).toMatchObject({ rank: null, subjects: [] })
  })

  test('nothing where it says nothing', () => expect(applyFollowUp(before, request({}))).toBeNull())
})
