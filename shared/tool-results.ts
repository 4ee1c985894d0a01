import { wireError } from './errors.ts'
import { resultId, snapshotId, tableId } from './ids.ts'
import { toolResultContent } from './messages.ts'
import { jsonValue, z } from './schema.ts'

/** One column of a table. `type` is DuckDB's name for it (`VARCHAR`, `BIGINT`, `DATE`, …). */
export const tableColumn = z.object({ name: z.string(), type: z.string() })
export type TableColumn = z.infer<typeof tableColumn>

/** A cell as it crosses the border: numbers that fit a double stay numbers, the rest (dates, decimals, big integers) is text. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type Cell = z.infer<typeof cell>

/** How the page draws a tool's result; the model never sees this. */
export const toolDisplay = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    tableId,
    sql: z.string(),
    columns: z.array(tableColumn),
    /** The first rows, so that a table is there without another request. */
    rows: z.array(z.array(cell)),
    rowCount: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('chart'),
    title: z.string(),
    /** A complete Vega specification with its data inside; the page draws it with the interpreter, never `eval`. */
    vegaSpec: jsonValue,
    /** Said by screen readers instead of the picture. */
    alt: z.string(),
    savedAs: z.string().optional(),
  }),
  z.object({
    kind: z.literal('diff'),
    path: z.string(),
    before: z.string().nullable(),
    after: z.string(),
    snapshotId: snapshotId.optional(),
  }),
  z.object({
    kind: z.literal('command'),
    command: z.string(),
    stdout: z.string(),
    stderr: z.string(),
    exitCode: z.number().nullable(),
    isSandboxed: z.boolean(),
  }),
  z.object({ kind: z.literal('text'), text: z.string(), language: z.string().optional() }),
  /** Messages the person may send next, a button each. */
  z.object({ kind: z.literal('choices'), prompt: z.string(), choices: z.array(z.string()) }),
])
export type ToolDisplay = z.infer<typeof toolDisplay>

/** A result that was not worked out again: what it was made from has not changed. */
export const cachedResult = z.object({
  /** When it was really worked out. */
  storedAt: z.number(),
  /** How long that took. */
  savedMs: z.number(),
  /** Fewer tokens for the model than the whole result again; 0 when the model was given all of it. */
  savedTokens: z.number().int().nonnegative(),
})
export type CachedResult = z.infer<typeof cachedResult>

/** How a tool use ended. A refusal and a failing tool are outcomes the model is told, not errors of the run. */
export const toolOutcome = z.object({
  status: z.enum(['success', 'error', 'denied', 'unanswered', 'cancelled']),
  content: z.array(toolResultContent),
  display: toolDisplay.optional(),
  error: wireError.optional(),
  /** Present when it came from the result cache. */
  cached: cachedResult.optional(),
  /** Present when the model was shown the beginning only; the rest is read with `read_result`. */
  kept: z.object({ resultId, characters: z.number().int() }).optional(),
})
export type ToolOutcome = z.infer<typeof toolOutcome>

/*
 * What the tools answer in JSON. They are here because three sides read them: the tool that writes one, the page,
 * and the offline analyst, which plans its next step from them.
 */

export const fileEntry = z.object({
  path: z.string(),
  kind: z.enum(['file', 'folder', 'other']),
  bytes: z.number().nonnegative(),
  /** ISO 8601, UTC. */
  modified: z.string(),
})
export type FileEntry = z.infer<typeof fileEntry>

/** `list_files` */
export const fileList = z.object({ folder: z.string(), entries: z.array(fileEntry), truncated: z.boolean() })
export type FileList = z.infer<typeof fileList>

/** `search_files` */
export const searchMatches = z.object({
  query: z.string(),
  matches: z.array(z.object({ path: z.string(), line: z.number().int(), text: z.string() })),
  filesSearched: z.number().int(),
  truncated: z.boolean(),
})
export type SearchMatches = z.infer<typeof searchMatches>

/**
 * How many values lie where: bin n holds those above `edges[n]` up to `edges[n + 1]`, the first `edges[0]` too. Edges
 * are numbers, or for dates and times ISO 8601.
 */
export const histogram = z.object({ edges: z.array(cell).min(2).max(21), counts: z.array(z.number().int()).max(20) })
export type Histogram = z.infer<typeof histogram>

/** How the values of a column are spread. Of a sampled table, quartiles, histograms and counts are of the sample. */
export const distribution = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figures'),
    mean: z.number(),
    /** Of a sample (divided by n − 1); null for a single value. */
    standardDeviation: z.number().nullable(),
    lowerQuartile: z.number(),
    median: z.number(),
    upperQuartile: z.number(),
    /** Values in none of these: not finite, or too large to be added up. */
    leftOut: z.number().int().exactOptional(),
    histogram: histogram.exactOptional(),
  }),
  z.object({ kind: z.literal('times'), histogram: histogram.exactOptional() }),
  z.object({
    kind: z.literal('values'),
    /** Texts that are there and empty. */
    empty: z.number().int(),
    /** Most common first, at most ten; none where no value is there twice. */
    common: z.array(z.object({ value: cell, count: z.number().int() })),
  }),
])
export type Distribution = z.infer<typeof distribution>

/** `describe_data`: one entry per table in the file (a workbook has one per sheet, a database one per table). */
export const tableProfile = z.object({
  file: z.string(),
  tables: z.array(
    z.object({
      /** How `query_data` names it: a path, or `path#sheet`. */
      name: z.string(),
      rows: z.number().int(),
      /** A large table: numbers of distinct values are estimates, distributions are of this many rows, taken at random. */
      sampledRows: z.number().int().exactOptional(),
      /** Rows that are there before, whole and equal. Not counted where that would take long. */
      duplicateRows: z.number().int().exactOptional(),
      columns: z.array(
        tableColumn.extend({
          missing: z.number().int(),
          distinct: z.number().int(),
          min: cell,
          max: cell,
          examples: z.array(cell),
          /** Absent for columns without values, and for nested ones. */
          distribution: distribution.exactOptional(),
          /** What the text of the file was taken for, in words ("dates written 31.12.2014", "amounts in €", "percent"). */
          readAs: z.string().exactOptional(),
        }),
      ),
    }),
  ),
  notes: z.array(z.string()),
})
export type TableProfile = z.infer<typeof tableProfile>

/** `query_data`: the rows a model may see; the page has the rest under `tableId`. */
export const queryResult = z.object({
  sql: z.string(),
  tableId,
  columns: z.array(tableColumn),
  rows: z.array(z.array(cell)),
  rowCount: z.number().int(),
  truncated: z.boolean(),
})
export type QueryResult = z.infer<typeof queryResult>

/** `read_document`: `where` is a page, sheet or slide in words ("page 3"). */
export const documentText = z.object({
  path: z.string(),
  format: z.string(),
  parts: z.array(z.object({ where: z.string(), text: z.string() })),
  totalParts: z.number().int(),
  truncated: z.boolean(),
})
export type DocumentText = z.infer<typeof documentText>

/** `write_report`: `charts` are the picture files beside it, `notes` what it could not hold and why. */
export const writtenReport = z.object({
  path: z.string(),
  sections: z.number().int(),
  charts: z.array(z.string()),
  notes: z.array(z.string()),
})
export type WrittenReport = z.infer<typeof writtenReport>

/** `search_documents`: passages, best first, as they stand in the document. */
export const documentPassages = z.object({
  query: z.string(),
  passages: z.array(
    z.object({
      path: z.string(),
      where: z.string(),
      /** The nearest heading above it. */
      heading: z.string().nullable(),
      text: z.string(),
      /** The words that were found in it, as they stand. */
      matched: z.array(z.string()),
      /** What was asked for and is not in it. Empty in every passage, or in none: whole ones come alone. */
      missing: z.array(z.string()),
    }),
  ),
  /** All passages like these, and the documents they are in, those with the best passage first. */
  found: z.number().int(),
  documents: z.array(z.object({ path: z.string(), passages: z.number().int() })),
  /** What was looked for: in how many passages it is, and the word looked for instead of one that is nowhere. */
  wanted: z.array(z.object({ asked: z.string(), passages: z.number().int(), insteadOf: z.string().nullable() })),
  documentsRead: z.number().int(),
  /** Documents that could not be read, or not all of them, and why. */
  unread: z.array(z.object({ path: z.string(), why: z.string(), isPartlyRead: z.boolean() })),
  /** Documents that were not looked at, because there are so many. */
  notReached: z.number().int(),
})
export type DocumentPassages = z.infer<typeof documentPassages>

/** `describe_document`: what a document is made of. */
export const documentProfile = z.object({
  path: z.string(),
  format: z.string(),
  totalParts: z.number().int(),
  partsRead: z.number().int(),
  /** Pages or slides without any text. */
  emptyParts: z.number().int(),
  words: z.number().int(),
  headings: z.array(z.object({ level: z.number().int(), text: z.string(), where: z.string() })),
  totalHeadings: z.number().int(),
  /** How they are known, in words; null when it has none. */
  headingsFrom: z.string().nullable(),
  /** How `query_data` names each, and what it holds. */
  tables: z.array(
    z.object({ name: z.string(), where: z.string(), rows: z.number().int(), columns: z.array(z.string()) }),
  ),
  /** Its own sentences that say most, in their order. */
  sentences: z.array(z.object({ where: z.string(), heading: z.string().nullable(), text: z.string() })),
  /** How many they were chosen from. */
  totalSentences: z.number().int(),
})
export type DocumentProfile = z.infer<typeof documentProfile>
