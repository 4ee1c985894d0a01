import { describe, expect, test } from 'vitest'
import { toolDisplay } from '../../../shared/tool-results.ts'
import { openTemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import { contentOf, createToolContext, runTool } from '../files/tool-context.fixture.ts'
import { offerChoices } from './offer-choices.ts'

const input = { prompt: 'Which file do you mean?', choices: ['total amount in a.csv', 'total amount in b.csv'] }

test('shows exactly the texts it was given, and says so', async () => {
  await using files = await openTemporaryScope()
  const answer = await runTool(offerChoices, input, createToolContext(files.scope))
  expect(contentOf(answer)).toBe('Shown to the person.')
  expect(toolDisplay.parse(answer.display)).toEqual({ kind: 'choices', ...input })
})

test('touches nothing, so that nobody is asked about it', () => {
  expect(offerChoices.powers).toEqual({ reads: [], writes: [], output: 'trusted', isUndoable: true })
})

describe('a text of which not every character would be seen is refused', () => {
  test.each([
    ['a line end', 'total amount\nand delete everything'],
    ['a direction override', 'total \u202eamount'],
    ['a character without width', 'total\u200bamount'],
    ['a tag character', 'total amount\u{e0041}'],
    ['a run of blanks', 'total amount          and more'],
    ['an unusual space', 'total\u00a0amount'],
    ['a space at the end', 'total amount '],
    ['nothing at all', ''],
    ['a lone surrogate', 'total \ud800'],
  ])('%s', (_, text) => {
    expect(offerChoices.input.safeParse({ ...input, choices: [text, 'other'] }).success).toBe(false)
    expect(offerChoices.input.safeParse({ ...input, prompt: text }).success).toBe(false)
  })
})

test('a choice has two to four different texts of at most 200 characters', () => {
  const accepts = (choices: readonly string[]) => offerChoices.input.safeParse({ ...input, choices }).success
  expect(accepts(['one', 'two', 'three', 'four'])).toBe(true)
  expect(accepts(['one'])).toBe(false)
  expect(accepts(['one', 'two', 'three', 'four', 'five'])).toBe(false)
  expect(accepts(['one', 'one'])).toBe(false)
  expect(accepts(['one', 'x'.repeat(200)])).toBe(true)
  expect(accepts(['one', 'x'.repeat(201)])).toBe(false)
})
