import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown } from './read-markdown.ts'
import { plain } from './report.ts'
import { writeMarkdown } from './write-markdown.ts'

test('reads the blocks of an answer', () => {
  const kinds = readMarkdown(
    '# A\n\ntext\n\n- one\n- two\n\n> said\n\n```sql\nSELECT 1\n```\n\n| a |\n|--:|\n| 1 |\n\n---',
  )
  expect(kinds.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'code', 'table', 'rule'])
})

test('a task of a list keeps its box', () => {
  expect(readMarkdown('- [x] done')).toEqual([
    { kind: 'list', start: null, items: [[{ kind: 'paragraph', children: [...plain('☑ '), ...plain('done')] }]] },
  ])
})

test('links, pictures and raw HTML are no more than their text', () => {
  expect(readMarkdown('[here](https://evil.example/x)')).toEqual([
    { kind: 'paragraph', children: [...plain('here'), ...plain(' (https://evil.example/x)')] },
  ])
  expect(JSON.stringify(readMarkdown('![p](https://evil.example/p.png)'))).toContain(
    '[picture “p”: https://evil.example',
  )
  expect(readMarkdown('<script>alert(1)</script>')).toEqual([
    { kind: 'code', text: '<script>alert(1)</script>', language: '' },
  ])
})

test('text written as Markdown is read back as the same text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab 1.)-+=*_`[]()<>|\\#&~!:"$'.split('')), minLength: 1, maxLength: 30 }),
      (raw) => {
        const text = raw.trim().replaceAll(/ +/g, ' ')
        fc.pre(text !== '')
        const report = {
          title: 't',
          madeAt: 0,
          sources: [],
          sections: [{ heading: 'h', origin: null, blocks: [{ kind: 'paragraph' as const, children: plain(text) }] }],
        }
        const written =
          writeMarkdown(report, () => null)
            .split('\n\n')
            .at(-1) ?? ''
        expect(textOf(readMarkdown(written))).toBe(text)
      },
    ),
  )
})

function textOf(blocks: ReturnType<typeof readMarkdown>): string {
  return blocks
    .map((block) => {
      expect(block.kind).toBe('paragraph')
      return block.kind === 'paragraph'
        ? block.children.map((inline) => (inline.kind === 'text' ? inline.text : `(${inline.kind})`)).join('')
        : ''
    })
    .join('')
}
