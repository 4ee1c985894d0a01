import { fileList, type FileEntry } from '../../../shared/tool-results.ts'
import { askTool, type Situation } from './ask-tool.ts'
import { dataEndings, documentEndings } from './grammar/file-kinds.ts'
import { known, type Known } from './step.ts'

export type Listing = { readonly files: readonly FileEntry[]; readonly isCut: boolean }

/** The files of the opened folder and what was attached to the question. */
export function listFiles(situation: Situation): Known<Listing> {
  const listed = askTool(situation, { name: 'list_files', input: { folder: '.', recursive: true } }, fileList)
  if (listed.kind === 'step') return listed
  const attached = situation.turn.attachments.map(({ path, bytes }): FileEntry => ({
    path,
    kind: 'file',
    bytes,
    modified: '',
  }))
  const isAttached = (path: string) => attached.some((file) => file.path === path)
  const inFolder = listed.value.entries.filter((entry) => entry.kind === 'file' && !isAttached(entry.path))
  return known({ files: [...attached, ...inFolder], isCut: listed.value.truncated })
}

export function isDataFile({ path }: FileEntry): boolean {
  return hasEnding(path, dataEndings)
}

export function isDocument({ path }: FileEntry): boolean {
  return hasEnding(path, documentEndings)
}

function hasEnding(path: string, endings: readonly string[]): boolean {
  return endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`))
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
