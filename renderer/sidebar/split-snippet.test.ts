import { describe, expect, it } from 'vitest'
import { splitSnippet } from './split-snippet.ts'

describe('splitSnippet', () => {
  it('tells matches from the words around them', () => {
    expect(splitSnippet('total \u0002sales\u0003 by \u0002region\u0003')).toEqual([
      { text: 'total ', isMatch: false },
      { text: 'sales', isMatch: true },
      { text: ' by ', isMatch: false },
      { text: 'region', isMatch: true },
    ])
  })

  it('shows a cut or stray mark as no character', () => {
    expect(splitSnippet('a \u0002cut')).toEqual([
      { text: 'a ', isMatch: false },
      { text: 'cut', isMatch: true },
    ])
    expect(splitSnippet('stray\u0003')).toEqual([{ text: 'stray', isMatch: false }])
  })
})
