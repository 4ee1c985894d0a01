import type { ToolProgress } from '../../../shared/run-events.ts'
import type { TableProfile } from '../../../shared/tool-results.ts'
import { dataFormat } from './data-format.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { interruptible } from './interruptible.ts'
import { openDatabase } from './open-database.ts'
import { openSource, type Source } from './open-source.ts'
import { profileMeter } from './profile-meter.ts'
import { profileTable } from './profile-table.ts'
import { translateError } from './translate-error.ts'
import { withViews } from './with-views.ts'

/**
 * Profiles every table of a file: rows, and for each column its type, missing and distinct values, range, examples and
 * how its values are spread. Says how far it is from the start on; an abort ends it within one statement.
 */
export async function describeFile(
  { file, folders }: Pick<DataWorkerMethods['describe']['input'], 'file' | 'folders'>,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (value: ToolProgress) => void },
): Promise<TableProfile> {
  const message = `Reading ${file.name}`
  progress({ message })
  await using source = await openSource(file, { scratchDir: folders.scratchDir, signal })
  const tables = source.tables.map((table) => ({
    name: table.part === null ? file.name : `${file.name}#${table.part}`,
    table,
  }))
  const textBytes = textBytesOf(source)
  const meter = profileMeter(tables.length, progress)
  const profiles: TableProfile['tables'] = []
  const notes = new Set<string>()
  try {
    await using database = await openDatabase({
      paths: tables.map(({ table }) => table.path),
      bytes: source.bytes,
      scratchDir: folders.scratchDir,
    })
    const { connection } = database
    const onProgress = ({ fraction }: ToolProgress) => meter.noteRead(fraction ?? 0)
    await interruptible(connection, { signal, progress: onProgress, message }, async () => {
      for (const named of tables) {
        meter.startTable(named.name)
        const profile = await withViews(connection, [named], async (readingNotes, readAs) => {
          const read = await profileTable(connection, { name: named.name, textBytes, readAs, meter, signal })
          for (const note of readingNotes) notes.add(note)
          return read
        })
        profiles.push(profile)
      }
    })
  } catch (error) {
    throw translateError(error, { tables, signal })
  }
  for (const note of estimateNotes(profiles)) notes.add(note)
  if (tables.length === 0) notes.add('It holds no table.')
  return { file: file.name, tables: profiles, notes: [...notes] }
}

/** A packed file holds a multiple of its size; five is common for CSV. */
const unpackedTimes = 5

/** How much text there is to read; null for formats that know their number of rows without reading them. */
function textBytesOf({ file, bytes }: Source): number | null {
  const kind = dataFormat(file.absolute)
  if (kind?.format !== 'csv' && kind?.format !== 'json') return null
  return kind.isGzip ? bytes * unpackedTimes : bytes
}

function estimateNotes(profiles: TableProfile['tables']): readonly string[] {
  const sampled = profiles.flatMap(({ sampledRows }) => sampledRows ?? [])
  if (sampled.length === 0) return []
  const rows = Math.max(...sampled).toLocaleString('en-US')
  return [
    'Distinct values are estimated, because the file is large.',
    `Quartiles, histograms and most common values are of a random sample of ${rows} rows.`,
  ]
}
