/** How a file may be read, by its ending. */
export const dataEndings: readonly string[] =
  'csv tsv json ndjson jsonl parquet xlsx sqlite sqlite3 db csv.gz json.gz'.split(' ')

export const documentEndings: readonly string[] = 'pdf docx pptx html htm md markdown txt text log'.split(' ')
