import { answer, type Step } from '../step.ts'

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

export function planHelp(): Step {
  return answer(introduction, abilities)
}

export function planGreeting(): Step {
  return answer(
    'Hello! I am the offline analyst: no AI, no network, just careful arithmetic over your own files.',
    'Try *“What files are here?”*, or ask *“What can you do?”*',
  )
}

/** Honest about what was not understood: what it looked for, and what it can do. */
export function notUnderstood(reason: string): Step {
  return answer(`I am the offline analyst, and I did not understand that. ${reason}`, abilities)
}
