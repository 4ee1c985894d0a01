import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import { chooseFormat } from './choose-format.ts'
import type { FileToRead } from './document-worker-methods.ts'
import type { DocumentFile, OpenedDocument } from './opened-document.ts'
import { readVerified } from './read-verified.ts'

/** Opens a document for some work. What a library throws means that the file is damaged. Runs in the worker. */
export async function withDocument<Value>(
  { absolute, shown }: FileToRead,
  work: (document: OpenedDocument) => Promise<Value>,
): Promise<Value> {
  const file = await readVerified(absolute, shown)
  try {
    const openDocument = await chooseFormat(file)
    return await work(await openDocument(file))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw damaged(file, error)
  }
}

function damaged({ shown }: DocumentFile, cause: unknown): AppError {
  return new AppError('FILE_MALFORMED', `“${visibleName(shown)}” could not be read: it seems to be damaged.`, {
    hint: 'Open it in the program it came from, save it again, and try once more.',
    cause,
  })
}
