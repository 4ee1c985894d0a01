import type { Situation } from '../ask-tool.ts'
import { isDataFile } from '../files.ts'
import { plainText } from '../markdown.ts'
import { answer, known, type Known, type Step } from '../step.ts'
import { exampleQuestions } from './example-questions.ts'
import { ownExamples, smallFiles, smallTables, type OwnExamples } from './own-examples.ts'

const introduction =
  'I am the offline analyst. I am not an AI and nothing leaves this computer: I recognise certain kinds of questions, work them out with tools, and show you how.'

/** Everything it can do, in groups, with questions that work on the files that are here. */
export function planHelp(situation: Situation): Step {
  const examples = ownExamples(situation)
  if (examples.kind === 'step') return examples.step
  return answer(introduction, 'I can:', groupsOf(examples.value).map(groupItem).join('\n'), closing(examples.value))
}

export function planGreeting(situation: Situation): Step {
  const examples = twoExamples(situation)
  if (examples.kind === 'step') return examples.step
  return answer(
    'Hello! I am the offline analyst: no AI, no network, just careful arithmetic over your own files.',
    'Try *“What files are here?”*, or ask *“What can you do?”*',
    exampleList(examples.value),
  )
}

/** Honest about what was not understood: what it looked for, and what it can do, with the person's own columns. */
export function notUnderstood(reason: string, examples: readonly string[] = []): Step {
  return answer(`${didNotUnderstand} ${reason}`, abilities, exampleList(examples))
}

/** Why a question was refused, out of its answer: the first of what was said. */
export function reasonOf(markdown: string): string {
  const [first = ''] = markdown.split('\n\n')
  return first.replace(`${didNotUnderstand} `, '')
}

const didNotUnderstand = 'I am the offline analyst, and I did not understand that.'

export function exampleList(examples: readonly string[]): string | null {
  if (examples.length === 0) return null
  return `With your own files, for example:\n\n${examples.map((each) => `- *“${plainText(each)}”*`).join('\n')}`
}

/** Two questions over the smallest tables here. */
export function twoExamples(situation: Situation): Known<readonly string[]> {
  const files = smallFiles(situation)
  if (files.kind === 'step') return files
  const tables = smallTables(situation, files.value.filter(isDataFile).slice(0, 2))
  return tables.kind === 'step' ? tables : known(exampleQuestions(tables.value))
}

/** Said where something else was asked: short, and the way to the rest. */
const abilities =
  'I can list and describe your files, work out figures from tables (totals, averages, counts, shares, ranks, changes), draw charts, put two files together, search and summarise documents, do arithmetic, and write a report. Ask *“What can you do?”* to see how to say it.'

type Group = { readonly what: string; readonly examples: readonly string[] }

function groupsOf({ describe, figures, charts, followUps, joined, documents }: OwnExamples): readonly Group[] {
  const present = (example: string | null) => (example === null ? [] : [example])
  return [
    {
      what: '**show what is here**: files, and the columns of a table',
      examples: ['What files are here?', ...present(describe)],
    },
    {
      what: '**work out figures**: count, add up, average, median, percentile, share, rank, change over time, correlation, missing values, duplicates, outliers; of all rows or of some, by one or two columns',
      examples: figures,
    },
    {
      what: '**draw charts**: lines, bars, stacked bars, pies, scatter, histograms, boxes, heat maps',
      examples: charts,
    },
    { what: '**go on from an answer**, in a few words', examples: followUps },
    { what: '**put two files together** by a column they share', examples: present(joined) },
    {
      what: '**read documents**: summaries in their own sentences, headings, tables, what they say about something, with its place',
      examples: documents,
    },
    { what: '**do arithmetic**', examples: ['What is 17.5 % of 2,340?'] },
    {
      what: '**write a report** of this conversation, with tables, charts and sources',
      examples: ['Make a report of this'],
    },
  ]
}

function groupItem({ what, examples }: Group): string {
  return [`- ${what}`, ...examples.map((each) => `  - *“${plainText(each)}”*`)].join('\n')
}

function closing({ figures, documents }: OwnExamples): string | null {
  if (figures.length > 0)
    return 'Every answer shows the query or the passage it stands on. Where I am not sure, I ask or say so.'
  if (documents.length > 0) return null
  return 'There is no table here that I could look at for examples. Put a CSV, JSON, Excel, Parquet or SQLite file into the folder, or open another one.'
}
