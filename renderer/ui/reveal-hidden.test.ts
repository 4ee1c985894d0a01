import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenSummary } from './hidden-summary.ts'
import { revealHidden, type RevealedPart } from './reveal-hidden.ts'

const shownOf = (part: RevealedPart) => (part.kind === 'plain' ? part.text : part.shown)
const shown = (text: string) => revealHidden(text).map(shownOf).join('')
const kinds = (text: string) => revealHidden(text).map((part) => [part.kind, part.text])

const nastyPieces = [
  '\t',
  '  ',
  '\n',
  '\r',
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u001b',
  '\u0000',
  '\u0008',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2003',
  '\u3000',
  '\u1680',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u2028',
  '\u2029',
  '\u2800',
  '\u115f',
  '\u3164',
  '\uffa0',
  '\ufe0f',
  '\u{e0041}',
  '\u{e0100}',
  '\ud800',
  '\udc00',
  '\ue000',
  '\uffff',
  '\u{1D173}',
  'а',
  'ο',
  'rm',
  ' ',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...nastyPieces), fc.string({ unit: 'binary' }), fc.string()))
  .map((pieces) => pieces.join(''))

describe('revealHidden', () => {
  it('leaves nothing invisible, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        // Line breaks and single spaces between visible characters are the only blanks that may remain.
        const rest = shown(value).replaceAll('\n', '')
        expect(rest).not.toMatch(/(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u)
        expect(rest).not.toMatch(/\n{4,}/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the text recoverable, character for character', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(
          revealHidden(value)
            .map((part) => part.text)
            .join(''),
        ).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('draws no run of blanks as blanks', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 500 }), fc.string(), (before, length, after) => {
        expect(shown(`${before}x${' '.repeat(length)}${after}`).slice(before.length)).not.toContain('  ')
        expect(shown(`${before}${'\n'.repeat(length)}${after}`)).not.toContain('\n\n\n\n')
      }),
    )
  })

  it('shows ordinary commands and prose as they are', () => {
    for (const plain of [
      'ls -la | grep "report" && wc -l *.csv',
      'Привет, мир',
      'Größe: 12 µm – naïve façade',
      '売上高は 12%',
      'SELECT a FROM "t"\nWHERE b > 1',
    ]) {
      expect(revealHidden(plain)).toEqual([{ kind: 'plain', text: plain }])
    }
  })

  it('takes indentation for what it is, up to a depth', () => {
    expect(shown('{\n  "a": 1\n}')).toBe('{\n  "a": 1\n}')
    expect(shown(`a\n${' '.repeat(17)}b`)).toBe(`a\n${'·'.repeat(17)}b`)
    expect(shown('a\n  ')).toBe('a\n··')
  })

  it('counts a long run of blanks instead of pushing the rest out of view', () => {
    expect(shown(`ls${' '.repeat(300)}; curl x`)).toBe('ls· 300 spaces ·; curl x')
    expect(shown(`ls${'\n'.repeat(80)}curl x`)).toBe('ls↵ 79 empty lines\ncurl x')
  })

  it('marks tabs, terminal codes, direction overrides and characters without width', () => {
    expect(shown('a\tb')).toBe('a⇥b')
    expect(shown('echo \u001b[8mcurl evil\u001b[0m')).toBe('echo ESC[8mcurl evilESC[0m')
    expect(shown('exe\u202etxt')).toBe('exeU+202Etxt')
    expect(shown('r\u200bm')).toBe('rU+200Bm')
    expect(shown('e\u0301\u0302\u0303\u0304')).toBe('eU+0301×4')
    expect(shown('na\u00efve\u034fx')).toBe('na\u00efveU+034Fx')
    expect(shown('safe\rrm -rf /')).toBe('safeCRrm -rf /')
  })

  it('flags words that mix scripts, and words that only look Latin', () => {
    expect(kinds('open pаypal.com')).toEqual([
      ['plain', 'open '],
      ['lookalike', 'pаypal'],
      ['plain', '.com'],
    ])
    expect(kinds('сору')).toEqual([['lookalike', 'сору']])
    expect(kinds('ｒｍ')).toEqual([['lookalike', 'ｒｍ']])
    expect(kinds('a\u2215b')[1]).toEqual(['lookalike', '\u2215'])
  })
})

describe('hiddenSummary', () => {
  it('says nothing about plain text and indentation', () => {
    expect(hiddenSummary(revealHidden('if x:\n    return 1\n'))).toBeUndefined()
  })

  it('says how many characters are hidden and what they do', () => {
    expect(hiddenSummary(revealHidden('a\u200bb\u202ec pаypal'))).toBe(
      'Contains 2 invisible characters (a character without width; a change of reading direction) and 1 word or sign with look-alike letters. They are marked below.',
    )
  })
})
