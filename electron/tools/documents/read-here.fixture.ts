import type { DocumentReader } from './document-reader.ts'
import { describeDocumentFile } from './describe-document-file.ts'
import { readDocumentFile } from './read-document-file.ts'
import { searchDocumentFile } from './search-document-file.ts'
import { withDocument } from './with-document.ts'

/** For tests of what is read rather than where: the worker's own functions, without a process for each document. */
export const readHere: DocumentReader = {
  read: (file, { firstPart, maxCharacters }) => readDocumentFile({ ...file, firstPart, maxCharacters }),
  search: (file, { wanted }) => searchDocumentFile({ ...file, wanted }),
  describe: (file, { sentences }) => describeDocumentFile({ ...file, sentences }),
  tables: (file) => withDocument(file, (document) => document.tables()),
  close: () => {},
}
