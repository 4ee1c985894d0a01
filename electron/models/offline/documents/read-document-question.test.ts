import { expect, test } from 'vitest'
import { readDocumentQuestion } from './read-document-question.ts'

/** `ask | place | topic, part or number of sentences`; a dash for none. */
const short = (question: string): string => {
  const read = readDocumentQuestion(question)
  if (read === null) return 'none'
  const rest =
    'topic' in read ? read.topic : 'part' in read ? read.part : 'sentences' in read ? (read.sentences ?? '-') : '-'
  return `${read.ask} | ${read.place ?? '-'} | ${rest}`
}

test.each([
  ['What does report.pdf say about returns', 'topic | report.pdf | returns'],
  ['what do my notes say about the refund limit', 'topic | my notes | the refund limit'],
  ['Can you tell me what the contract says about notice', 'topic | the contract | notice'],
  ['please tell me what does the contract say about notice', 'topic | the contract | notice'],
  ['what does the contract state on liability', 'topic | the contract | liability'],
  ['what is said about penalties in contract.docx', 'topic | contract.docx | penalties'],
  ['what is written in the handbook about holidays', 'topic | the handbook | holidays'],
  ['quote the part on liability in contract.docx', 'topic | contract.docx | liability'],
  ['quote the part on liability', 'topic | - | liability'],
  ['show me the passages about refunds from my notes', 'topic | my notes | refunds'],
  ['find the section on notice periods in the contract', 'topic | the contract | notice periods'],
  ['search the handbook for "sick leave"', 'topic | the handbook | "sick leave"'],
  ['look in report.pdf for Norway', 'topic | report.pdf | Norway'],
  ['find liability in the contract', 'find | the contract | liability'],
  ['find "refund" in minutes.txt', 'find | minutes.txt | "refund"'],
  ['find Norway in all files', 'find | all files | Norway'],
  ['search for walrus', 'find | - | walrus'],
  ['where is Norway mentioned', 'find | - | Norway'],
  ['where is Norway mentioned in report.pdf', 'find | report.pdf | Norway'],
  ['where does the report talk about risks', 'topic | the report | risks'],
  ['does the report mention Norway', 'whether | the report | Norway'],
  ['does report.pdf say anything about refunds', 'whether | report.pdf | refunds'],
  ['is there anything about refunds in my notes', 'whether | my notes | refunds'],
  ['is Norway mentioned in report.pdf', 'whether | report.pdf | Norway'],
  ['which documents mention Norway', 'which | documents | Norway'],
  ['which files contain the word refund', 'which | files | refund'],
  ['which of my documents talk about refunds', 'which | documents | refunds'],
  ['in which documents is Norway mentioned', 'which | documents | Norway'],
  ['list all documents that mention Norway', 'which | documents | Norway'],
  ['summarise report.pdf', 'summary | report.pdf | -'],
  ['Summarize the contract in three sentences', 'summary | the contract | 3'],
  ['give me a short summary of report.pdf in 5 sentences', 'summary | report.pdf | 5'],
  ['give me a two-sentence summary of report.pdf', 'summary | report.pdf | 2'],
  ['what are the key points of the contract', 'summary | the contract | -'],
  ['what is report.pdf about', 'summary | report.pdf | -'],
  ['in two sentences, what does report.pdf say', 'summary | report.pdf | 2'],
  ['tl;dr report.pdf', 'summary | report.pdf | -'],
  ['outline report.pdf', 'outline | report.pdf | -'],
  ['show me the table of contents of report.pdf', 'outline | report.pdf | -'],
  ['list of headings in plan.docx', 'outline | plan.docx | -'],
  ['what chapters does the handbook have', 'outline | the handbook | -'],
  ['what tables are in report.pdf', 'tables | report.pdf | -'],
  ['what is on page 3 of report.pdf', 'part | report.pdf | 3'],
  ['read slide 2 of talk.pptx', 'part | talk.pptx | 2'],
  ['read notes.md', 'begin | notes.md | -'],
  // Questions about figures and the rest of the app stay what they are.
  ['total amount by region in sales.csv', 'none'],
  ['find the average amount in sales.csv', 'none'],
  ['find duplicates', 'none'],
  ['find outliers in sales.csv', 'none'],
  ['which region has the highest amount', 'none'],
  ['how many rows are in sales.csv', 'none'],
  ['what files are here', 'none'],
  ['which files do you have', 'none'],
  ['what can you do', 'none'],
  ['describe sales.csv', 'none'],
  ['what columns does sales.csv have', 'none'],
  ['show me the largest orders', 'none'],
  ['sum up amount by region', 'none'],
  ['summarise report.pdf in 900 sentences', 'summary | report.pdf | 20'],
  ['summarise report.pdf in few sentences', 'summary | report.pdf | -'],
])('%s', (question, expected) => expect(short(question)).toBe(expected))
