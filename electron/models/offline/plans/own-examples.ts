import { documentProfile, type FileEntry } from '../../../../shared/tool-results.ts'
import { askTools, type Situation } from '../ask-tool.ts'
import { findJoins } from '../data/tables/find-joins.ts'
import { loadTables } from '../data/tables/load-tables.ts'
import { proveJoins } from '../data/tables/prove-joins.ts'
import type { Table } from '../data/columns/table-columns.ts'
import { baseName, isDataFile, isDocument, listFiles } from '../files.ts'
import { known, type Known } from '../step.ts'
import { joinExample, mostTelling, tableExamples, type TableExamples } from './table-examples.ts'

/** Describing a large file for an example takes too long. */
const largestExampleBytes = 20_000_000
const largestDocumentBytes = 2_000_000
const mostTables = 4
const longestTopic = 40

/** Questions of every kind over the files that are here; none of a kind that they cannot answer. */
export type OwnExamples = TableExamples & {
  readonly describe: string | null
  readonly joined: string | null
  readonly documents: readonly string[]
}

const none: OwnExamples = { describe: null, figures: [], charts: [], followUps: [], joined: null, documents: [] }

/** Looks at the smallest files here. Where the tools to look are missing or fail there are none: help must always come. */
export function ownExamples(situation: Situation): Known<OwnExamples> {
  const files = smallFiles(situation)
  if (files.kind === 'step') return files
  const tables = smallTables(situation, files.value.filter(isDataFile).slice(0, mostTables))
  if (tables.kind === 'step') return tables
  const joined = joinedExample(situation, tables.value)
  if (joined.kind === 'step') return joined
  const documents = documentExamples(situation, largestOf(files.value.filter(isDocument)))
  if (documents.kind === 'step') return documents
  const table = mostTelling(tables.value)
  return known({
    ...none,
    ...(table === undefined ? {} : { describe: `Describe ${fileOf(table)}`, ...tableExamples(table) }),
    joined: joined.value,
    documents: documents.value,
  })
}

/** The files of the folder that are quickly looked at, smallest first. */
export function smallFiles(situation: Situation): Known<readonly FileEntry[]> {
  const { toolNames } = situation
  const mayLook = toolNames.has('describe_data') || toolNames.has('describe_document')
  if (!toolNames.has('list_files') || !mayLook) return known([])
  const listing = listFiles(situation)
  if (listing.kind === 'step') return orNothing(listing, [])
  const small = listing.value.files.filter(({ bytes }) => bytes > 0 && bytes <= largestExampleBytes)
  return known(small.toSorted((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1)))
}

export function smallTables(situation: Situation, files: readonly FileEntry[]): Known<readonly Table[]> {
  if (!situation.toolNames.has('describe_data') || files.length === 0) return known([])
  const loaded = loadTables(situation, files)
  return loaded.kind === 'step' ? orNothing(loaded, []) : known(loaded.value.tables)
}

function joinedExample(situation: Situation, tables: readonly Table[]): Known<string | null> {
  const join = findJoins(tables).find((each) => each.isNamed && joinExample(each) !== null)
  if (join === undefined || !situation.toolNames.has('query_data')) return known(null)
  const proved = proveJoins(situation, [join])
  if (proved.kind === 'step') return orNothing(proved, null)
  return known(proved.value.length === 0 ? null : joinExample(join))
}

/** What is asked about is a heading of it, so that something is found. */
function documentExamples(situation: Situation, file: FileEntry | undefined): Known<readonly string[]> {
  if (file === undefined || !situation.toolNames.has('describe_document')) return known([])
  const call = { name: 'describe_document', input: { path: file.path } }
  const asked = askTools(situation, [call], documentProfile)
  if (asked.kind === 'step') return orNothing(asked, [])
  const [profile] = asked.value
  if (profile?.kind !== 'ok' || profile.value.sentences.length === 0) return known([])
  const isOfName = (text: string) => baseName(file.path).toLowerCase().includes(text.toLowerCase())
  const topic = profile.value.headings.map(({ text }) => text).find((text) => isTopic(text) && !isOfName(text))
  return known([
    `Summarise ${file.path}`,
    ...(profile.value.headings.length > 1 ? [`List the headings of ${file.path}`] : []),
    ...(topic === undefined ? [] : [`What does ${file.path} say about ${topic}?`, `Find "${topic}"`]),
  ])
}

/** There is more to ask about in a long one; reading it is quick. */
function largestOf(files: readonly FileEntry[]): FileEntry | undefined {
  return files.filter(({ bytes }) => bytes <= largestDocumentBytes).at(-1)
}

function isTopic(text: string): boolean {
  return text.length <= longestTopic && /^\p{L}{3,}(?: \p{L}{3,})?$/u.test(text)
}

function fileOf({ name }: Table): string {
  return name.replace(/#.*$/s, '')
}

/** A step that asks goes on; one that says why not is no reason to keep the rest back. */
function orNothing<Value>(unknown: Extract<Known<never>, { kind: 'step' }>, nothing: Value): Known<Value> {
  return unknown.step.kind === 'call' ? unknown : known(nothing)
}
