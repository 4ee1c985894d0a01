/** Whether a file's name says that it holds tables. */
export function isDataFile(path: string): boolean {
  return /\.(?:(?:csv|tsv|tab|json|ndjson|jsonl)(?:\.gz)?|parquet|xlsx|xlsm|sqlite|sqlite3|db)$/i.test(path)
}
