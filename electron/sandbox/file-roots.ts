import { realpathSync } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { visibleName } from '../../shared/visible-name.ts'
import { isMissing, withFileErrors } from './file-error.ts'
import type { ResolvedPath } from './file-scope.ts'
import { isInside } from './is-inside.ts'
import type { Admit } from './open-verified.ts'
import { outside, placePath } from './place-path.ts'
import { whyProtected } from './protected-files.ts'

export type Purpose = 'reading' | 'writing'

/** A resolved path with the judgement that must be repeated on whatever is opened by it. */
export type LocatedPath = ResolvedPath & { readonly admit: Admit }

export type FileRoots = {
  /** Absolute, symlinks resolved. */
  readonly workspace: string | null
  /** Throws `PATH_OUTSIDE_WORKSPACE`, `FILE_PROTECTED`, `FILE_NOT_FOUND`. */
  locate(asked: string, purpose: Purpose): Promise<LocatedPath>
}

/** Where a scope's paths lead: into the workspace, or with `attachments/` into the conversation's attachments. */
export function createFileRoots(folders: {
  readonly workspace: string | null
  readonly attachmentsDir: string | null
  readonly dataDir: string
}): FileRoots {
  const workspace = folders.workspace === null ? null : realFolder(folders.workspace)
  const attachments = folders.attachmentsDir === null ? null : realFolder(folders.attachmentsDir)
  const ownData = realFolder(folders.dataDir)
  const workspaceRoots = workspace === null ? [] : [workspace, path.resolve(folders.workspace!)]

  async function locate(asked: string, purpose: Purpose): Promise<LocatedPath> {
    const attached = attachments === null ? undefined : await locateAttachment(asked, attachments)
    if (attached !== undefined) {
      if (purpose === 'writing') throw readOnlyAttachment(asked)
      return attached
    }
    if (workspace === null)
      throw new AppError('PATH_OUTSIDE_WORKSPACE', `“${visibleName(asked)}” cannot be used: no folder is open.`, {
        hint: 'Ask the person to open a folder first. Attached files are under attachments/.',
      })
    const relative = placePath(asked, workspaceRoots)
    const admit = admission({ root: workspace, ownData: isInside(ownData, workspace) ? null : ownData, asked, purpose })
    return finish({ root: workspace, relative, asked, purpose, admit, prefix: '', origin: 'workspace' })
  }

  return { workspace, locate }
}

/** undefined when the path names no attachment: a workspace may have a folder of that name too. */
async function locateAttachment(asked: string, root: string): Promise<LocatedPath | undefined> {
  if (path.isAbsolute(asked)) return undefined
  const [first, ...rest] = placePath(asked, []).split(path.sep)
  if (first !== 'attachments') return undefined
  const admit = admission({ root, ownData: null, asked, purpose: 'reading' })
  const relative = rest.join(path.sep)
  try {
    return await finish({ root, relative, asked, purpose: 'reading', admit, prefix: 'attachments', origin: 'foreign' })
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return undefined
    throw error
  }
}

function admission(rule: {
  readonly root: string
  readonly ownData: string | null
  readonly asked: string
  readonly purpose: Purpose
}): Admit {
  return (absolute) => {
    if (!isInside(rule.root, absolute)) throw outside(rule.asked)
    const isOwn = rule.ownData !== null && isInside(rule.ownData, absolute)
    const reason = isOwn ? 'it belongs to this app' : whyProtected(absolute, rule.purpose)
    if (reason === undefined) return
    throw new AppError('FILE_PROTECTED', `“${visibleName(rule.asked)}” is protected: ${reason}.`, {
      hint: 'No agent may open it, and no permission changes that. Go on without it.',
    })
  }
}

async function finish(place: {
  readonly root: string
  readonly relative: string
  readonly asked: string
  readonly purpose: Purpose
  readonly admit: Admit
  readonly prefix: string
  readonly origin: ResolvedPath['origin']
}): Promise<LocatedPath> {
  const named = path.join(place.root, place.relative)
  // The name asked for is judged as well as what it leads to: `.env` may be a symlink to a harmless name.
  place.admit(named)
  const absolute = await withFileErrors(place.asked, () =>
    place.purpose === 'reading' ? realpath(named) : resolveForWriting(named, place),
  )
  place.admit(absolute)
  const inRoot = path.relative(place.root, absolute).split(path.sep).join('/')
  const shown = [place.prefix, inRoot].filter((part) => part !== '').join('/')
  return { absolute, shown: shown === '' ? '.' : shown, origin: place.origin, admit: place.admit }
}

/** Resolves the part that exists and appends the rest. A symlink to nowhere is refused: writing would follow it. */
async function resolveForWriting(named: string, place: { root: string; asked: string }): Promise<string> {
  try {
    return await realpath(named)
  } catch (error) {
    if (!isMissing(error) || named === place.root) throw error
  }
  const isLinkToNowhere = await lstat(named).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
  if (isLinkToNowhere) throw outside(place.asked)
  return path.join(await resolveForWriting(path.dirname(named), place), path.basename(named))
}

function readOnlyAttachment(asked: string): AppError {
  return new AppError('FILE_PROTECTED', `“${visibleName(asked)}” is an attachment, and attachments can only be read.`, {
    hint: 'Save a changed copy in the opened folder instead.',
  })
}

/** A folder that is gone keeps its name; every use of it then says so. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return path.resolve(folder)
  }
}
