/** A document's parts (pages, sheets, slides, sections), read one by one so that a long one costs what is asked of it. */
export type OpenedDocument = {
  /** In words: "PDF". */
  readonly format: string
  readonly totalParts: number
  /** `number` counts from 1. */
  part(number: number): Promise<DocumentPart>
}

/** `where` in words: "page 3", "sheet Costs". */
export type DocumentPart = { readonly where: string; readonly text: string }

/** Opens one format. Throws `FILE_ENCRYPTED`, `FILE_MALFORMED`, `FILE_TOO_LARGE`; whatever else it throws is taken for a damaged file. */
export type OpenDocument = (file: DocumentFile) => Promise<OpenedDocument>

export type DocumentFile = {
  readonly bytes: Buffer
  /** As shown, for sentences and for the ending of its name. */
  readonly shown: string
}
