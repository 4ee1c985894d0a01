import { findConcepts } from './words/find-concepts.ts'

/** What a person asks in their own words, and what they pasted to be worked on. */
export type SplitQuestion = { readonly asked: string; readonly material: string }

/**
 * The first line is what is asked; so is a last line that reads like a sentence. What stands between, in quotation marks
 * or after the colon of a short command, is material: its words say little about the work.
 */
export function splitQuestion(question: string): SplitQuestion {
  const lines = question.split('\n').filter((line) => line.trim() !== '')
  const [first = '', ...rest] = lines
  const last = rest.length > 1 && isSentence(rest.at(-1) ?? '') ? rest.pop() : undefined
  const quoted = takeQuotes([first, last ?? ''].join('\n').trim())
  const ordered = rest.length === 0 ? takeAfterColon(quoted.asked) : { asked: quoted.asked, material: '' }
  return {
    asked: ordered.asked,
    material: [...rest, quoted.material, ordered.material].filter((text) => text !== '').join('\n'),
  }
}

function isSentence(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0
  return line.length < 240 && letters > line.length * 0.7 && !/[{};=<>|]|^[\s\d*•-]/.test(line)
}

const quotes = /"[^"\n]{25,}"|“[^”\n]{25,}”|„[^“”\n]{25,}[“”]|«[^»\n]{25,}»|「[^」\n]{12,}」/gu

function takeQuotes(text: string): SplitQuestion {
  return { asked: text.replaceAll(quotes, '""'), material: (text.match(quotes) ?? []).join('\n') }
}

/** "Translate: …" of one line. After another opening, such as a title, the text goes on asking. */
function takeAfterColon(text: string): SplitQuestion {
  const command = /^[^:：\n]{1,40}[:：]\s?/u.exec(text)?.[0]
  if (command === undefined || !isPlainCommand(command)) return { asked: text, material: '' }
  return { asked: command, material: text.slice(command.length) }
}

function isPlainCommand(text: string): boolean {
  const { transform, brief: _brief, lookup: _lookup, ...others } = findConcepts(text)
  return transform > 0 && Object.values(others).every((count) => count === 0)
}
