import type { Situation } from '../ask-tool.ts'
import { loadTables } from '../data/load-tables.ts'
import { isDataFile, listFiles } from '../files.ts'
import { plainText } from '../markdown.ts'
import { answer, known, type Known, type Step } from '../step.ts'
import { exampleQuestions } from './example-questions.ts'

/** Describing a large file for an example takes too long. */
const largestExampleBytes = 20_000_000

/** What it can do, in words a person can copy. */
export const abilities = `I can:

- list what is here: *“What files are here?”*
- describe a table: *“Describe sales.csv”*
- count, add up, average and compare: *“Total amount by region in 2024”*, *“How many rows where channel is online?”*, *“Top 5 products by amount”*
- draw a chart: *“Chart amount by category”*
- find text in files: *“Find "refund"”*
- show what a document says: *“What does report.pdf say about returns?”*
- do arithmetic: *“What is 17.5 % of 2,340?”*
- save what I answered: *“Save this as a report”*`

const introduction =
  'I am the offline analyst. I am not an AI and nothing leaves this computer: I recognise certain kinds of questions, work them out with tools, and show you how.'

export function planHelp(situation: Situation): Step {
  const examples = ownExamples(situation)
  if (examples.kind === 'step') return examples.step
  return answer(introduction, abilities, exampleList(examples.value))
}

export function planGreeting(situation: Situation): Step {
  const examples = ownExamples(situation)
  if (examples.kind === 'step') return examples.step
  return answer(
    'Hello! I am the offline analyst: no AI, no network, just careful arithmetic over your own files.',
    'Try *“What files are here?”*, or ask *“What can you do?”*',
    exampleList(examples.value),
  )
}

/** Honest about what was not understood: what it looked for, and what it can do, with the person's own columns. */
export function notUnderstood(reason: string, examples: readonly string[] = []): Step {
  return answer(`I am the offline analyst, and I did not understand that. ${reason}`, abilities, exampleList(examples))
}

export function exampleList(examples: readonly string[]): string | null {
  if (examples.length === 0) return null
  return `With your own files, for example:\n\n${examples.map((each) => `- *“${plainText(each)}”*`).join('\n')}`
}

/** Questions over the smallest tables here. None where the tools to look are missing or fail: help must always come. */
export function ownExamples(situation: Situation): Known<readonly string[]> {
  if (!situation.toolNames.has('list_files') || !situation.toolNames.has('describe_data')) return known([])
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step.kind === 'call' ? listing : known([])
  const small = listing.value.files.filter((file) => isDataFile(file) && file.bytes <= largestExampleBytes)
  const files = small.toSorted((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1)).slice(0, 2)
  if (files.length === 0) return known([])
  const loaded = loadTables(situation, files)
  if (loaded.kind === 'step') return loaded.step.kind === 'call' ? loaded : known([])
  return known(exampleQuestions(loaded.value.tables))
}
