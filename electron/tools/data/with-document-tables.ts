import type { ToolContext } from '../tool.ts'
import { dataFormat } from './data-format.ts'
import type { DataFile } from './data-engine.ts'

/** A file as the data engine may have it: a document comes with its tables, read in a process of its own. */
export async function withDocumentTables(file: DataFile, shown: string, context: ToolContext): Promise<DataFile> {
  if (dataFormat(file.absolute)?.format !== 'document') return file
  const found = await context.documents.tables({ absolute: file.absolute, shown }, { signal: context.signal })
  const tables = found.map(({ name, columns, rows, notes }) => ({ name, columns, rows, notes }))
  return { ...file, tables }
}
