import { serveWorker } from '../../workers/serve-worker.ts'
import { describeDocumentFile } from './describe-document-file.ts'
import type { DocumentWorkerMethods } from './document-worker-methods.ts'
import { readDocumentFile } from './read-document-file.ts'
import { searchDocumentFile } from './search-document-file.ts'
import { withDocument } from './with-document.ts'

/** The program of the `documents` worker: it lives for one document. */
serveWorker<DocumentWorkerMethods>({
  read: readDocumentFile,
  search: searchDocumentFile,
  describe: describeDocumentFile,
  tables: (file) => withDocument(file, (document) => document.tables()),
})
