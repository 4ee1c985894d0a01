import type { DocumentQuestion } from '../documents/read-document-question.ts'

/** The same question about one document, in words that `readDocumentQuestion` reads the same way. */
export function documentQuestionAbout(asked: DocumentQuestion, path: string): string {
  switch (asked.ask) {
    case 'summary':
      return `Summarise ${path}${asked.sentences === null ? '' : ` in ${asked.sentences} sentences`}`
    case 'outline':
      return `Outline ${path}`
    case 'tables':
      return `What tables are in ${path}?`
    case 'part':
      return `Read page ${asked.part} of ${path}`
    case 'begin':
      return `Read ${path}`
    case 'topic':
    case 'which':
    case 'find':
      return `What does ${path} say about ${asked.topic}?`
    case 'whether':
      return `Does ${path} mention ${asked.topic}?`
  }
}
