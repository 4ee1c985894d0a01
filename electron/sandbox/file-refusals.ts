import { AppError } from '../../shared/errors.ts'
import { visibleName } from '../../shared/visible-name.ts'

/* The sentences in which a file is refused, each with what to do next. */

export function notText(shown: string): AppError {
  return new AppError('FILE_MALFORMED', `${quoted(shown)} is not a text file.`, {
    hint: 'Use read_document for documents (PDF, Word, Excel, PowerPoint) and query_data for tables.',
  })
}

export function notAFile(shown: string): AppError {
  return new AppError('FILE_UNREADABLE', `${quoted(shown)} is a folder or a device, not a file.`, {
    hint: 'List it if it is a folder; otherwise choose another name.',
  })
}

export function tooLarge(shown: string, sizes: { readonly bytes: number; readonly maxBytes: number }): AppError {
  const message = `${quoted(shown)} is too large for this: ${inWords(sizes.bytes)}, at most ${inWords(sizes.maxBytes)}.`
  return new AppError('FILE_TOO_LARGE', message, {
    hint: 'Read a part of it (file_read with a line range, search_files), or use query_data for tables.',
  })
}

export function changedMeanwhile(shown: string): AppError {
  return new AppError('FILE_CHANGED', `${quoted(shown)} was changed by somebody else meanwhile. Nothing was written.`, {
    hint: 'Read it again and repeat the change on what it holds now.',
  })
}

function quoted(shown: string): string {
  return `“${visibleName(shown)}”`
}

function inWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`
  return bytes < 1_000_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
