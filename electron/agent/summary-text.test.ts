import fc from 'fast-check'
import { expect, it } from 'vitest'
import { summaryText } from './summary-text.ts'

const tags = ['earlier-conversation', 'pinned-message', 'current-request'] as const
const text = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `< / ${tag.toUpperCase()} x>`, `<<${tag}`])),
    ),
  )
  .map((parts) => parts.join(''))

it('lets nothing that is quoted open or close a part of it', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), text, (summary, pinned, question) => {
      const whole = summaryText({ summary, pinned, question })
      const parts = whole.match(/<\s*\/?\s*(earlier-conversation|pinned-message|current-request)/gi)
      const expected = ['earlier-conversation', ...pinned.map(() => 'pinned-message')]
      if (question !== '') expected.push('current-request')
      expect(parts).toEqual(expected.flatMap((tag) => [`<${tag}`, `</${tag}`]))
    }),
    { numRuns: 500 },
  )
})

it('keeps everything else word for word', () => {
  const pinned = '  a < b && c</div>\n\n===\n# Title\t'
  expect(summaryText({ summary: 'S', pinned: [pinned], question: '' })).toContain(`<pinned-message>\n${pinned}\n</`)
})
