import { fileList, type FileEntry } from '../../../shared/tool-results.ts'
import { askTool, type Situation } from './ask-tool.ts'
import { dataEndings, documentEndings, tableDocumentEndings } from './grammar/file-kinds.ts'
import type { Turn } from './read-turn.ts'
import { known, type Known } from './step.ts'

export type Listing = { readonly files: readonly FileEntry[]; readonly isCut: boolean }

/** What was attached to the question, then to earlier ones, then the files of the opened folder. */
export function listFiles(situation: Situation): Known<Listing> {
  const listed = askTool(situation, { name: 'list_files', input: { folder: '.', recursive: true } }, fileList)
  if (listed.kind === 'step') return listed
  const attached = attachedFiles(situation.turn)
  const isAttached = (path: string) => attached.some((file) => file.path === path)
  const inFolder = listed.value.entries.filter((entry) => entry.kind === 'file' && !isAttached(entry.path))
  return known({ files: [...attached, ...inFolder], isCut: listed.value.truncated })
}

function attachedFiles({ attachments, earlier }: Turn): readonly FileEntry[] {
  const all = [...attachments, ...earlier.toReversed().flatMap((each) => each.attachments)]
  const byPath = new Map(all.toReversed().map((each) => [each.path, each]))
  return [...byPath.values()].toReversed().map(({ path, bytes }) => ({ path, kind: 'file', bytes, modified: '' }))
}

export function isDataFile({ path }: FileEntry): boolean {
  return hasEnding(path, dataEndings)
}

export function isDocument({ path }: FileEntry): boolean {
  return hasEnding(path, documentEndings)
}

/** A document whose tables are read as data, when it is named. */
export function mayHoldTables({ path }: FileEntry): boolean {
  return hasEnding(path, tableDocumentEndings)
}

function hasEnding(path: string, endings: readonly string[]): boolean {
  return endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`))
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
