import * as fc from 'fast-check'
import { Lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { lexMore, type Lexed } from './lex-more.ts'

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n', ' ', '  ', '    ', '\t', '\r\n', '\r') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '- ',
      '* ',
      '1. ',
      '2. ',
      '-',
      '1',
      '2)',
      '> ',
      '# ',
      '```',
      '~~~',
      '```js\n',
      '---',
      '===',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('| a | b |', '|---|---|', '|', '- [ ] ', '- [x] ', '<div>', '</div>', '<!--', '-->'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '[a]',
      '[a]: ',
      'https://a.example/x',
      '[a]: /b "t',
      '"',
      "'",
      '[',
      ']',
      '](',
      ')',
      '![',
      ']:',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('*', '**', '_', '~~', '`', '\\', '&amp;', '&', '<pre>', '<script>', '<br>') },
  { weight: 4, arbitrary: fc.stringMatching(/^[a-c]{1,4}$/) },
)
const streamed = fc.array(piece, { maxLength: 40 })

describe('lexMore', () => {
  it('gives at every moment of a stream what lexing the whole text gives', () => {
    fc.assert(
      fc.property(streamed, (pieces) => {
        let text = ''
        let lexed: Lexed | undefined
        for (const more of pieces) {
          text += more
          lexed = lexMore(lexed, text)
          expect(lexed.blocks).toEqual([...new Lexer().lex(text)])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps closed blocks as the same objects', () => {
    const before = lexMore(undefined, '# Title\n\nFirst paragraph.\n\nSecond\n')
    const after = lexMore(before, '# Title\n\nFirst paragraph.\n\nSecond\nparagraph grows.\n\n- and a list')
    expect(before.closedBlocks).toBeGreaterThan(2)
    for (let at = 0; at < before.closedBlocks; at += 1) expect(after.blocks[at]).toBe(before.blocks[at])
  })

  it('closes all but the end of a long answer', () => {
    let lexed: Lexed | undefined
    let text = ''
    for (let section = 0; section < 50; section += 1) {
      text += `## Section ${section}\n\nSome words.\n\n- one\n- two\n\n\`\`\`sql\nselect x[1]: from t\n\`\`\`\n\n`
      lexed = lexMore(lexed, text)
    }
    expect(text.length - (lexed?.closedText.length ?? 0)).toBeLessThan(100)
  })

  it('turns an earlier reference into a link when its definition arrives', () => {
    const before = lexMore(undefined, 'See [the docs].\n\nMore.\n\n')
    const after = lexMore(before, 'See [the docs].\n\nMore.\n\n[the docs]: https://example.com/docs\n')
    expect(after.blocks[0]).toMatchObject({
      tokens: [{ type: 'text' }, { type: 'link', href: 'https://example.com/docs' }, {}],
    })
  })
})
