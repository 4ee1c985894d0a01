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

/** `describe_data`: one entry per table in the file (a workbook has one per sheet, a database one per table). */
export const tableProfile = z.object({
  file: z.string(),
  tables: z.array(
    z.object({
      /** How `query_data` names it: a path, or `path#sheet`. */
      name: z.string(),
      rows: z.number().int(),
      columns: z.array(
        tableColumn.extend({
          missing: z.number().int(),
          distinct: z.number().int(),
          min: cell,
          max: cell,
          examples: z.array(cell),
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
