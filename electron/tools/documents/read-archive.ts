import { fromBufferPromise } from 'yauzl'
import { AppError } from '../../../shared/errors.ts'
import { visibleName } from '../../../shared/visible-name.ts'
import type { DocumentFile } from './opened-document.ts'

/** What Office files may hold unpacked. Real ones stay far below; a bomb of some kilobytes unpacks to gigabytes. */
const maxUnpackedBytes = 300_000_000
const maxEntries = 10_000

/**
 * Unpacks every entry of an Office file, counting what really comes out, and keeps those `isWanted` names. Sizes written
 * in the archive are not believed. `FILE_TOO_LARGE` for a bomb; libraries may unpack the same bytes afterwards.
 */
export async function readArchive(
  file: DocumentFile,
  isWanted: (name: string) => boolean = () => false,
): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await fromBufferPromise(file.bytes, { lazyEntries: true })
  const kept = new Map<string, Buffer>()
  let entries = 0
  let unpackedBytes = 0
  for await (const entry of archive.eachEntry()) {
    if (++entries > maxEntries) throw tooLarge(file)
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      unpackedBytes += (chunk as Buffer).length
      if (unpackedBytes > maxUnpackedBytes) throw tooLarge(file)
      if (isWanted(entry.fileName)) chunks.push(chunk as Buffer)
    }
    if (isWanted(entry.fileName)) kept.set(entry.fileName, Buffer.concat(chunks))
  }
  return kept
}

function tooLarge({ shown }: DocumentFile): AppError {
  return new AppError('FILE_TOO_LARGE', `“${visibleName(shown)}” unpacks to more than can be read safely.`, {
    hint: 'It may be made to fill memory. Use it only if you know where it came from, and split it.',
  })
}
