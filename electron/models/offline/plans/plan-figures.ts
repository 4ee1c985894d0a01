import { queryResult, type FileEntry } from '../../../../shared/tool-results.ts'
import { askTool, type Situation } from '../ask-tool.ts'
import { answerQuery } from '../data/answer-query.ts'
import { explainProblems } from '../data/explain-problems.ts'
import { interpretQuestion, type Interpretation } from '../data/interpret-question.ts'
import { valueQuality } from '../data/reading-notes.ts'
import { loadTables } from '../data/load-tables.ts'
import { lookUpValues } from '../data/look-up-values.ts'
import { isDataFile, listFiles } from '../files.ts'
import { enumerate, plainText } from '../markdown.ts'
import { nameFiles, resembleFiles } from '../name-files.ts'
import { answer, known, unknown, type Known, type Step } from '../step.ts'
import { drawChart } from './draw-chart.ts'
import { notUnderstood } from './plan-help.ts'
import { noSuchFile } from './which-file.ts'

/** Describing more files than this for one question takes too long; then the question must name its file. */
const maxFiles = 12

/** Answers a question over tables: finds the one table that can, writes the SQL, runs it, tells the result. */
export function planFigures(situation: Situation, question: string): Step {
  if (!mayBeAboutFigures(question)) return notUnderstood('I found no word in it that I could compute with.')
  const listing = listFiles(situation)
  if (listing.kind === 'step') return listing.step
  const { files, absent, rest } = chooseFiles(situation, question, listing.value.files)
  if (absent !== null) return noSuchFile(absent, listing.value.files)
  if (files.length === 0)
    return notUnderstood('I also see no table here to look it up in: no CSV, JSON, Parquet, Excel or SQLite file.')
  if (files.length > maxFiles) {
    return answer(
      `There are ${files.length} tables here, too many to look through for one question. Name the file, for example “… in ${plainText(files[0]?.path ?? '')}”.`,
    )
  }
  const loaded = loadTables(situation, files)
  if (loaded.kind === 'step') return loaded.step
  const { tables, failures } = loaded.value
  if (tables.length === 0) return answer(...failures, failures.length === 0 ? 'I found no table with rows here.' : null)

  const chosen = chooseInterpretation(
    situation,
    tables.map((table) => interpretQuestion(rest, table, null)),
    rest,
  )
  if (chosen.kind === 'step') return chosen.step
  return runQuery(situation, chosen.value)
}

/** A question has at least one word of two letters; "-1", "()" and smileys are none. */
function mayBeAboutFigures(question: string): boolean {
  return /\p{L}{2}/u.test(question)
}

function chooseFiles(
  { turn }: Situation,
  question: string,
  all: readonly FileEntry[],
): { readonly files: readonly FileEntry[]; readonly absent: string | null; readonly rest: string } {
  const named = nameFiles(question, all)
  if (named.files.length > 0) return { files: named.files.filter(isDataFile), absent: null, rest: named.rest }
  const [absent = null] = named.absent
  const tables = all.filter(isDataFile)
  const attached = tables.filter((file) => turn.attachments.some(({ path }) => path === file.path))
  if (attached.length > 0) return { files: attached, absent, rest: named.rest }
  const resembling = tables.length > maxFiles ? resembleFiles(question, tables) : []
  return { files: resembling.length > 0 ? resembling : tables, absent, rest: named.rest }
}

/** The one reading that explains every word; a step that looks values up, asks back, or says what is in the way. */
function chooseInterpretation(
  situation: Situation,
  first: readonly Interpretation[],
  question: string,
): Known<Interpretation & { readonly kind: 'query' }> {
  const possible = first.filter((each) => each.kind === 'query')
  if (possible.length === 0) return unknown(explainProblems(first))
  const finals = finishReadings(situation, possible, question)
  if (finals.kind === 'step') return finals
  const final = finals.value
  const complete = final.filter((each) => each.kind === 'query')
  if (complete.length === 0) return unknown(explainProblems(final))
  const best = Math.max(...complete.map((each) => each.quality))
  const [winner, ...equals] = complete.filter((each) => each.quality === best)
  if (winner !== undefined && equals.length === 0) return known(winner)
  const names = complete.filter((each) => each.quality === best).map(({ table }) => `*${plainText(table.name)}*`)
  return unknown(
    answer(
      `More than one table could answer this: ${enumerate(names, 'or')}. Which one do you mean? Ask again and add its name.`,
    ),
  )
}

/** Looks values up in the most promising tables first, and in others only while they could still be as good. */
function finishReadings(
  situation: Situation,
  first: readonly Interpretation[],
  question: string,
): Known<readonly Interpretation[]> {
  let waiting = first
  const finished: Interpretation[] = []
  while (waiting.length > 0) {
    const promise = Math.max(...waiting.map(bestQuality))
    const wave = waiting.filter((each) => bestQuality(each) === promise)
    waiting = waiting.filter((each) => !wave.includes(each))
    const lookups = lookUpValues(situation, wave)
    if (lookups.kind === 'step') return lookups
    finished.push(
      ...wave.map(({ table }, index) => interpretQuestion(question, table, lookups.value[index] ?? new Map())),
    )
    const reached = Math.max(...finished.map((each) => (each.kind === 'query' ? each.quality : 0)))
    waiting = waiting.filter((each) => bestQuality(each) >= reached)
  }
  return known(finished)
}

/** What a reading's quality becomes if every open word turns out to be a value. */
function bestQuality({ quality, open }: Interpretation): number {
  return quality + valueQuality * open.reduce((count, { words }) => count + words.length, 0)
}

function runQuery(situation: Situation, chosen: Interpretation & { readonly kind: 'query' }): Step {
  const { query, request, assumptions, table } = chosen
  if (request.chart !== null) return drawChart(situation, chosen)
  const result = askTool(situation, { name: 'query_data', input: { sql: query.sql } }, queryResult)
  if (result.kind === 'step') return result.step
  return answerQuery({ query, filters: request.filters, assumptions, tableName: table.name }, result.value)
}
