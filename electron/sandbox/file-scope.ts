import type { FileHandle } from 'node:fs/promises'
import type { ConversationId, SnapshotId } from '../../shared/ids.ts'
import type { FileEntry } from '../../shared/tool-results.ts'

/**
 * The files an agent may touch: the opened workspace (read and write) and the conversation's attachments
 * (`attachments/…`, read only, foreign). Paths given are relative to the workspace, or absolute inside it.
 *
 * Every method refuses with `PATH_OUTSIDE_WORKSPACE` (`..`, a symlink that leads out),
 * `FILE_PROTECTED` (`.env*`, keys, `.aws`, `.ssh`, browser profiles, keychains, the app's own data),
 * `FILE_NOT_FOUND`, `FILE_UNREADABLE`, `DISK_FULL`. What is opened is checked after opening, so a racing
 * symlink gains nothing.
 */
export type FileScope = {
  /** Absolute, symlinks resolved; null when no folder is open. */
  readonly workspace: string | null
  /** Resolves a path without opening it; for writing it need not exist yet. */
  resolve(path: string, purpose: 'reading' | 'writing'): Promise<ResolvedPath>
  list(folder: string): Promise<readonly FileEntry[]>
  /** Depth first, folders before files, in name order; skips protected entries, `.git` and `node_modules`; honours .gitignore when asked. */
  walk(
    folder: string,
    options: { readonly signal: AbortSignal; readonly maxEntries?: number; readonly respectGitignore?: boolean },
  ): AsyncIterable<FileEntry>
  stat(path: string): Promise<FileEntry>
  /** The caller closes the handle. */
  open(path: string): Promise<{ readonly handle: FileHandle; readonly resolved: ResolvedPath; readonly bytes: number }>
  readBytes(path: string, limits: { readonly maxBytes: number }): Promise<Buffer>
  /** Decodes UTF-8, UTF-16 with a BOM and Latin-1; `FILE_MALFORMED` for binary. */
  readText(
    path: string,
    limits: { readonly maxBytes: number },
  ): Promise<{ readonly text: string; readonly resolved: ResolvedPath }>
  /**
   * The lines of a text file of any size, in batches, without their line ends. A line past 100,000 characters comes in
   * pieces. `FILE_MALFORMED` for binary.
   */
  readLines(path: string, options: { readonly signal: AbortSignal }): AsyncIterable<readonly string[]>
  /**
   * Writes to a temporary file beside it, syncs, renames. An existing file is kept as a snapshot first; text
   * keeps that file's encoding. `expected`
   * is what the file held when the person or agent last saw it (`null`: it did not exist): `FILE_CHANGED` otherwise.
   */
  write(
    path: string,
    bytes: Uint8Array | string,
    options: { readonly conversationId: ConversationId; readonly toolName: string; readonly expected?: string | null },
  ): Promise<{ readonly resolved: ResolvedPath; readonly snapshotId: SnapshotId; readonly isNewFile: boolean }>
}

export type ResolvedPath = {
  /** Absolute, symlinks resolved. */
  readonly absolute: string
  /** As shown: relative to the workspace with `/`, or `attachments/…`. */
  readonly shown: string
  readonly origin: 'workspace' | 'foreign'
}
