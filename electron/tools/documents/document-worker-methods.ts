import type { DocumentText } from '../../../shared/tool-results.ts'

export type ReadRequest = {
  readonly absolute: string
  readonly shown: string
  readonly firstPart: number
  readonly maxCharacters: number
}

/** What the `documents` worker does. */
export type DocumentWorkerMethods = {
  readonly read: { readonly input: ReadRequest; readonly output: DocumentText; readonly progress: never }
}
