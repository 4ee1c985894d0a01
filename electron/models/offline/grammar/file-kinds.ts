/** How a file may be read, by its ending. */
export const dataEndings: readonly string[] =
  'csv tsv json ndjson jsonl parquet xlsx sqlite sqlite3 db csv.gz json.gz'.split(' ')

/** Documents whose tables are read as data. */
export const tableDocumentEndings: readonly string[] = 'pdf docx docm pptx pptm html htm md markdown'.split(' ')

export const documentEndings: readonly string[] = 'pdf docx docm pptx pptm html htm md markdown txt text log'.split(' ')
