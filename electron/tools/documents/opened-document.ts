/** A document's parts (pages, sheets, slides, sections), read one by one so that a long one costs what is asked of it. */
export type OpenedDocument = {
  /** In words: "PDF". */
  readonly format: string
  readonly totalParts: number
  /** `number` counts from 1. */
  part(number: number): Promise<DocumentPart>
  /** Its headings in order, and how they are known. */
  outline(): Promise<Outline>
  /** The tables that are clearly tables. A workbook has none here: its sheets are read as data files. */
  tables(): Promise<readonly DocumentTable[]>
}

export type DocumentPart = {
  /** In words: "page 3", "sheet Costs". */
  readonly where: string
  readonly text: string
  /** The document's own words, where `text` has marks of ours in it; that is what may be quoted. */
  readonly words?: string
  /** There is no text in it, and `text` says so in brackets. */
  readonly isEmpty?: true
  /** Rows are left out that it has, and `text` says so in brackets. */
  readonly isCut?: true
  /** The line of the file at which it begins, where lines are how a place in it is told. */
  readonly firstLine?: number
}

export type Outline = {
  readonly headings: readonly Heading[]
  /** How they are known, in words: "its own outline", "the size of its letters"; null when there are none to know. */
  readonly from: string | null
}

export type Heading = {
  /** From 1, the highest. */
  readonly level: number
  readonly text: string
  /** The part it stands in, as that part names itself. */
  readonly where: string
  /** The line of the file it is, where lines are how a place in it is told. */
  readonly line?: number
}

/** A table as data. Cells are text as it stands; what is missing is empty. Every row is as long as `columns`. */
export type DocumentTable = {
  /** How it is told apart in its document: "Table 1", "page 3 table 1". */
  readonly name: string
  readonly where: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What a person should know about how it was read. */
  readonly notes: readonly string[]
}

/** Opens one format. Throws `FILE_ENCRYPTED`, `FILE_MALFORMED`, `FILE_TOO_LARGE`; whatever else it throws is taken for a damaged file. */
export type OpenDocument = (file: DocumentFile) => Promise<OpenedDocument>

export type DocumentFile = {
  readonly bytes: Buffer
  /** As shown, for sentences and for the ending of its name. */
  readonly shown: string
}
