import { Lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { headingLevels } from './heading-levels.ts'

function levels(markdown: string) {
  return headingLevels(new Lexer().lex(markdown)).filter((level) => level !== undefined)
}

describe('headingLevels', () => {
  it('begins below the page’s headings, whatever the answer begins with', () => {
    expect(levels('# a\n')).toEqual([3])
    expect(levels('### a\n')).toEqual([3])
  })

  it('never skips a level on the way down and may go up freely', () => {
    expect(levels('## a\n\n#### b\n\n###### c\n\n# d\n\n## e\n')).toEqual([3, 4, 5, 3, 4])
  })
})
