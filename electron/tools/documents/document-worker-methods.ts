import type { DocumentProfile, DocumentText } from '../../../shared/tool-results.ts'
import type { DocumentTable } from './opened-document.ts'
import type { DocumentFindings } from './search-document-file.ts'
import type { Wanted } from './search/read-query.ts'

/** A checked path, and how it is shown. */
export type FileToRead = { readonly absolute: string; readonly shown: string }

export type ReadRequest = FileToRead & { readonly firstPart: number; readonly maxCharacters: number }
export type SearchRequest = FileToRead & { readonly wanted: readonly Wanted[] }
export type DescribeRequest = FileToRead & { readonly sentences: number | null }

/** What the `documents` worker does. */
export type DocumentWorkerMethods = {
  readonly read: { readonly input: ReadRequest; readonly output: DocumentText; readonly progress: never }
  readonly search: { readonly input: SearchRequest; readonly output: DocumentFindings; readonly progress: never }
  readonly describe: { readonly input: DescribeRequest; readonly output: DocumentProfile; readonly progress: never }
  readonly tables: { readonly input: FileToRead; readonly output: readonly DocumentTable[]; readonly progress: never }
}
