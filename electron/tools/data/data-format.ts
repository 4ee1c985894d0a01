import { basename } from 'node:path'

export type DataFormat = 'csv' | 'json' | 'parquet' | 'workbook' | 'sqlite' | 'document'

const formats: Readonly<Record<string, DataFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
  parquet: 'parquet',
  xlsx: 'workbook',
  xlsm: 'workbook',
  sqlite: 'sqlite',
  sqlite3: 'sqlite',
  db: 'sqlite',
  pdf: 'document',
  docx: 'document',
  docm: 'document',
  pptx: 'document',
  pptm: 'document',
  html: 'document',
  htm: 'document',
  md: 'document',
  markdown: 'document',
}

/** What a file is read as, by its name; null when it holds no table this app can read. */
export function dataFormat(path: string): { readonly format: DataFormat; readonly isGzip: boolean } | null {
  const name = basename(path).toLowerCase()
  const isGzip = name.endsWith('.gz')
  const extension = (isGzip ? name.slice(0, -3) : name).split('.').slice(1).at(-1) ?? ''
  const format = Object.hasOwn(formats, extension) ? formats[extension] : undefined
  if (format === undefined || (isGzip && format !== 'csv' && format !== 'json')) return null
  return { format, isGzip }
}
