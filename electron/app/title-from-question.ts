const maxCharacters = 60

/** A conversation's first name: its first question, shortened at a word. Empty when there is nothing to name it by. */
export function titleFromQuestion(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim()
  if (line.length <= maxCharacters) return line
  const cut = line.slice(0, maxCharacters)
  const lastBlank = cut.lastIndexOf(' ')
  return `${lastBlank > maxCharacters / 2 ? cut.slice(0, lastBlank) : cut}…`
}
