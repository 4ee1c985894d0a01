import { splitQuestion } from './split-question.ts'
import type { TaskFacts } from './task-facts.ts'
import { findConcepts, type ConceptCounts } from './words/find-concepts.ts'
import { concepts, type Concept } from './words/word-table.ts'

const measures = [
  'length',
  'parts',
  'numbers',
  'fileNames',
  'material',
  'code',
  'log',
  'table',
  'riskInMaterial',
  'documents',
  'tables',
  'severalFiles',
  'fileSize',
  'judgeDocument',
  'manyTools',
  'isFollowUp',
  'history',
  'toolCalls',
  'failures',
  'unsolved',
  'afterMedium',
  'afterLarge',
  'hardBefore',
  'hardKinds',
  'plainOverHard',
  'bareFollowUp',
  'nothingKnown',
] as const

export const featureNames = [...measures, ...concepts] as const
export type FeatureName = (typeof featureNames)[number]

/** What the scorer sees of a task: numbers about 0 to 2, none of the person's words. */
export type TaskFeatures = Readonly<Record<FeatureName, number>>

/** Words of these make work harder, unless a plain command only mentions them. */
const hard: readonly Concept[] = [
  'analyse',
  'compare',
  'explain',
  'design',
  'prove',
  'decide',
  'debug',
  'review',
  'effect',
  'law',
  'health',
  'security',
  'money',
  'stakes',
]
const risks: readonly Concept[] = ['law', 'health', 'security', 'stakes']
const plain: readonly Concept[] = ['social', 'lookup', 'transform']

/** Characters looked at: of a message, of what it asks, of what is pasted, of each earlier question. */
const limits = { message: 20_000, asked: 4000, material: 4000, earlier: 2000 }

/**
 * @param find Finds the words of each concept. Fitting the weights hands in one that overlooks some, as ours will in
 * other people's wording.
 */
export function taskFeatures(task: TaskFacts, find = findConcepts): TaskFeatures {
  const split = splitQuestion(task.question.slice(0, limits.message))
  const asked = split.asked.slice(0, limits.asked)
  const words = find(asked)
  const isPlain = plain.some((concept) => words[concept] > 0)
  const hardKinds = kindsOf(words, hard)
  return {
    ...askedMeasures(asked),
    ...materialMeasures(split.material, find),
    ...attachmentMeasures(task),
    ...conversationMeasures(task, find),
    judgeDocument: Number(!isPlain && countOf(task, documentType) > 0 && lengthOf(asked) < 16),
    unsolved: Number(task.earlierFailures > 0 && !isPlain),
    hardKinds: Math.min(hardKinds, 6) / 3,
    plainOverHard: Number(isPlain && hardKinds > 0 && lengthOf(asked) < 20),
    bareFollowUp: Number(isFollowUp(task) && lengthOf(asked) <= (words.goOn > 0 ? 6 : 3) && saysNothing(words)),
    nothingKnown: Number(concepts.every((concept) => words[concept] === 0)),
    ...mapValues(words, (count) => (count === 0 ? 0 : count === 1 ? 1 : 1.5)),
  }
}

/** Words of an asked text; scripts without blanks count two characters as one. */
export function lengthOf(text: string): number {
  const glued = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  const parted = text
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ')
    .replaceAll(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, '')
  return glued / 2 + (parted?.split(' ').filter((word) => word !== '').length ?? 0)
}

function askedMeasures(asked: string) {
  const parts = asked.split(/[,;:.?!、，。；：？！،؛\n]\s*|\s-\s/u).filter((part) => part.length > 1).length
  const numbers = asked.match(/\d[\d.,:%/]*/g)?.length ?? 0
  const fileNames = asked.match(/(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{1,80}\.[a-z]{2,5}\b/giu)?.length ?? 0
  return {
    length: Math.log2(1 + lengthOf(asked)) / 4,
    parts: Math.log2(Math.max(1, parts)) / 2,
    numbers: Math.log2(1 + numbers) / 2,
    fileNames: Math.min(fileNames, 3) / 2,
  }
}

function materialMeasures(material: string, find: typeof findConcepts) {
  const lines = material.split('\n')
  const share = (pattern: RegExp) =>
    lines.length < 3 ? 0 : lines.filter((line) => pattern.test(line)).length / lines.length
  const words = find(material.slice(0, limits.material))
  return {
    material: Math.log2(1 + material.length / 100) / 4,
    code: Number(share(/[{};]\s*$|=>|^\s*(?:def|func|return|import|const|let|var|if|for)\b|\w\(.*\)/) > 0.3),
    log: Number(share(/^\s*\[?\d{2,4}[-:.]\d{2}|^\s*at\s|\b(?:ERROR|WARN|INFO|Exception|Error)\b/) > 0.25),
    table: Number(share(/^[^,;|\t]*(?:[,;|\t][^,;|\t]*){3,}$/) > 0.5),
    riskInMaterial: Math.min(kindsOf(words, risks), 2) / 2,
  }
}

const documentType = /pdf|word|opendocument\.text|presentation|rtf|html/
const tableType = /csv|spreadsheet|excel|parquet|json|sqlite/

function attachmentMeasures(task: TaskFacts) {
  const bytes = task.attachments.reduce((sum, attachment) => sum + attachment.bytes, 0)
  return {
    documents: Math.min(countOf(task, documentType), 3) / 2,
    tables: Math.min(countOf(task, tableType), 3) / 2,
    severalFiles: Number(task.attachments.length > 1),
    fileSize: Math.log2(1 + bytes / 50_000) / 4,
  }
}

function conversationMeasures(task: TaskFacts, find: typeof findConcepts) {
  const before = task.previousQuestions.map((question) => kindsOf(find(question.slice(0, limits.earlier)), hard))
  return {
    manyTools: Math.log2(1 + task.toolCount) / 5,
    isFollowUp: Number(isFollowUp(task)),
    history: Math.log2(1 + task.historyTokens / 1000) / 5,
    toolCalls: Math.log2(1 + task.recentToolCalls) / 3,
    failures: Math.min(task.earlierFailures, 3) / 2,
    afterMedium: Number(task.previousTier === 'medium'),
    afterLarge: Number(task.previousTier === 'large'),
    hardBefore: Math.min(Math.max(0, ...before), 3) / 2,
  }
}

function isFollowUp({ previousTier, previousQuestions }: TaskFacts): boolean {
  return previousTier !== null || previousQuestions.length > 0
}

/** "And by month?", "go on": what is asked was said before. */
function saysNothing(words: ConceptCounts): boolean {
  return concepts.every((concept) => concept === 'goOn' || words[concept] === 0)
}

function countOf({ attachments }: TaskFacts, type: RegExp): number {
  return attachments.filter(({ mediaType }) => type.test(mediaType)).length
}

function kindsOf(words: ConceptCounts, of: readonly Concept[]): number {
  return of.filter((concept) => words[concept] > 0).length
}

function mapValues(words: ConceptCounts, change: (count: number) => number): ConceptCounts {
  return Object.fromEntries(concepts.map((concept) => [concept, change(words[concept])])) as ConceptCounts
}
