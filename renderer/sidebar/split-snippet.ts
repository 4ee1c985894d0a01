const matchStart = '\u0002'
const matchEnd = '\u0003'

/** A snippet's matches stand between U+0002 and U+0003. An unclosed one reaches to the end. */
export function splitSnippet(snippet: string): readonly { readonly text: string; readonly isMatch: boolean }[] {
  return snippet
    .split(matchStart)
    .flatMap((part, at) => {
      const [before = '', ...after] = part.split(matchEnd)
      return [
        { text: before, isMatch: at > 0 },
        { text: after.join(''), isMatch: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
