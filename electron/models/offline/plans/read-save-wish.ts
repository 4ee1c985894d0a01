import { reportNouns, saveFormats, type SaveFormat } from '../grammar/save-formats.ts'

/** What to save as: the format that was asked for, if any, and the file's name without its ending. */
export type SaveWish = { readonly format: SaveFormat | null; readonly name: string | null }

/** Reads what stands behind "save this as …" or "make …": "HTML", "a report called Q3", "sums.md", "Q3 numbers". */
export function readSaveWish(asked: string | null): SaveWish {
  const text = (asked ?? '')
    .replaceAll(/["“”'‘’]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const [, stem = '', ending = ''] = /^(.+)\.(\w{2,8})$/.exec(text) ?? []
  const byEnding = saveFormats.find(({ endings }) => endings.includes(ending.toLowerCase()))
  if (byEnding !== undefined) return { format: byEnding, name: withoutNoun(stem) }
  const words = saveFormats.flatMap((format) => format.words.map((word) => ({ format, word })))
  for (const { format, word } of words) {
    const rest = withoutFormat(text, word)
    if (rest !== null) return { format, name: withoutNoun(rest) }
  }
  return { format: null, name: withoutNoun(text) }
}

const nouns = reportNouns.join('|')

/** "HTML", "HTML report …", "… as an HTML file": `null` where the word does not tell the format. */
function withoutFormat(text: string, word: string): string | null {
  const before = new RegExp(`^${word}(?: (?:${nouns}))?(?= |$)`, 'i')
  if (before.test(text)) return text.replace(before, '')
  const after = new RegExp(`(?:^| )(?:as|in|to) (?:an? )?${word}(?: (?:${nouns}|page))?$`, 'i')
  return after.test(text) ? text.replace(after, '') : null
}

/** "report called Q3 of this conversation" is called Q3, "report" by no name. */
function withoutNoun(text: string): string | null {
  const name = text
    .trim()
    .replace(new RegExp(`^(?:${nouns})(?= |$)`, 'i'), '')
    .trim()
    .replace(
      /^(?:of|about|on|from|for|with|out of) (?:this|that|it|these|them|all|everything|the|our|my)\b.*?(?=$| called | named )/i,
      '',
    )
    .trim()
    .replace(/^(?:called|named) /i, '')
    .trim()
  return name === '' ? null : name.slice(0, 100)
}
