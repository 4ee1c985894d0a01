import { serveWorker } from '../../workers/serve-worker.ts'
import type { DocumentWorkerMethods } from './document-worker-methods.ts'
import { readDocumentFile } from './read-document-file.ts'

/** The program of the `documents` worker: it lives for one document. */
serveWorker<DocumentWorkerMethods>({ read: readDocumentFile })
