import { splitQuestion } from '../words/split-question.ts'

/** In words, numbers and marks. */
export const longestRun = 6

/** What may be the name of a value in a question: neighbouring words as they are written, and with one blank between. */
export function runsOf(question: string): ReadonlySet<string> {
  const tokens = splitQuestion(question)
  const runs = tokens.flatMap((first, start) => {
    if (first.kind === 'quoted') return [first.text]
    const end = tokens.findIndex(({ kind }, index) => index > start && kind === 'quoted')
    const run = tokens.slice(start, Math.min(start + longestRun, end < 0 ? tokens.length : end))
    return run.flatMap((last, index) => {
      if (leadsOn.has(last.text)) return []
      const words = run.slice(0, index + 1).map(({ text }) => text)
      return [question.slice(first.from, last.to), words.join(' ')]
    })
  })
  return new Set(runs.map((run) => run.toLowerCase()))
}

/** No name ends with these in small letters. */
export const leadsOn: ReadonlySet<string> = new Set('a an the of and or than per our my your their'.split(' '))
