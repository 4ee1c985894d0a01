import { access, constants, realpath, stat } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/settings.ts'
import type { SettingsStore } from '../config/settings-store.ts'
import { createFileScope } from '../sandbox/create-file-scope.ts'
import type { Snapshots } from '../sandbox/snapshots.ts'
import { isInside } from '../sandbox/is-inside.ts'
import { listFolders } from './list-folders.ts'

/** The folder agents work in. */
export type Workspace = {
  /** `FILE_NOT_FOUND` when it is not a folder that can be read. One that is not remembered is open in this process only. */
  open(folder: string, options?: { readonly isRemembered: boolean }): Promise<Settings>
  files(folder: string): Promise<RequestOutput<'workspace.files'>>
  listFolders(folder: string): Promise<RequestOutput<'folder.list'>>
}

const maxRecent = 8
const maxEntries = 2000

export function createWorkspace(deps: {
  readonly settings: SettingsStore
  readonly dataDir: string
  /** The one folder inside `dataDir` that is the person's. */
  readonly sampleWorkspace: string
  readonly snapshots: Snapshots
}): Workspace {
  const { settings, dataDir, sampleWorkspace, snapshots } = deps
  return {
    async open(folder, { isRemembered } = { isRemembered: true }) {
      const absolute = await requireFolder(folder)
      if (isInside(await realpath(dataDir), absolute) && absolute !== (await realpath(sampleWorkspace)))
        throw ownData(absolute)
      if (settings.current().workspace === absolute) return settings.current()
      if (!isRemembered) return settings.override({ workspace: absolute })
      const recent = settings.current().recentWorkspaces.filter((other) => other !== absolute)
      return settings.update({ workspace: absolute, recentWorkspaces: [absolute, ...recent].slice(0, maxRecent) })
    },
    async files(folder) {
      const { workspace } = settings.current()
      const scope = createFileScope({ workspace, attachmentsDir: null, dataDir, snapshots })
      const entries = await scope.list(folder)
      return { entries: entries.slice(0, maxEntries), truncated: entries.length > maxEntries }
    },
    listFolders,
  }
}

async function requireFolder(folder: string): Promise<string> {
  try {
    const absolute = await realpath(folder)
    await access(absolute, constants.R_OK | constants.X_OK)
    if ((await stat(absolute)).isDirectory()) return absolute
  } catch (error) {
    throw notAFolder(folder, error)
  }
  throw notAFolder(folder)
}

function notAFolder(folder: string, cause?: unknown): AppError {
  return new AppError('FILE_NOT_FOUND', `${folder} is not a folder that can be opened.`, {
    hint: 'Check the path, or choose another folder.',
    cause,
  })
}

/** An agent that could read this folder could read every conversation, and one that could write it could grant itself. */
function ownData(folder: string): AppError {
  return new AppError('FILE_PROTECTED', `${folder} is where this app keeps its own data.`, {
    hint: 'Choose another folder.',
  })
}
