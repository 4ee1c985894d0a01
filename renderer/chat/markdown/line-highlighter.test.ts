import { describe, expect, it } from 'vitest'
import { highlightMore, type LineHighlighter } from './line-highlighter.ts'

const code = `/* a comment
over two lines */
select "name", count(*) as n -- how many
from 'sales.csv'
where note = 'it''s
open'
`

describe('highlightMore', () => {
  it('gives line by line, while the code grows, what highlighting it at once gives', async () => {
    const whole = await highlightMore(undefined, code, 'sql')
    let grown: LineHighlighter | undefined
    for (let end = 0; end <= code.length; end += 3) grown = await highlightMore(grown, code.slice(0, end), 'sql')
    grown = await highlightMore(grown, code, 'sql')
    expect(grown?.lines).toEqual(whole?.lines)
    expect(grown?.lines.map((line) => line.map(({ content }) => content).join('')).join('\n')).toBe(code)
  })

  it('starts afresh when the text above has changed', async () => {
    const before = await highlightMore(undefined, 'select 1\nfrom a', 'sql')
    const after = await highlightMore(before, '-- select 1\nfrom a', 'sql')
    expect(after).toEqual(await highlightMore(undefined, '-- select 1\nfrom a', 'sql'))
  })

  it('gives back what it was given when nothing is new', async () => {
    const before = await highlightMore(undefined, 'x = 1', 'py')
    expect(await highlightMore(before, 'x = 1', 'py')).toBe(before)
  })

  it('knows no language by the name of an inherited property', async () => {
    expect(await highlightMore(undefined, 'x', 'constructor')).toBeUndefined()
    expect(await highlightMore(undefined, 'x', 'no-such-language')).toBeUndefined()
  })
})
