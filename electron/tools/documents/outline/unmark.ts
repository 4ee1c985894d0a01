/**
 * Markdown that was made from a document, as that document's own words again: without the marks, escapes and addresses
 * that the way through Markdown added. Headings, lists and tables keep their signs, which tell what they are.
 */
export function unmark(markdown: string): string {
  return withoutMarks(markdown.replaceAll(/^(\s*(?:-|\d+\.)) {2,}(?=\S)/gm, '$1 ')).replaceAll(/[^\S\n]+$/gm, '')
}

/** An escape, a link or picture with its words, a mark; an escape comes first, so that what it escapes is no mark. */
const marks = /\\([!-/:-@[-`{-~])|!?\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)|\*\*|_|`+/g

function withoutMarks(markdown: string): string {
  return markdown.replaceAll(marks, (_mark, escaped: string | undefined, linked: string | undefined) =>
    linked === undefined ? (escaped ?? '') : withoutMarks(linked),
  )
}
