import path from 'node:path'
import { isInside } from './is-inside.ts'

export type CommandFolders = {
  /** Private and outside everything a command may write: what shells read at start comes from here. */
  readonly home: string
  /** Private, writable, gone afterwards. */
  readonly temporary: string
  readonly workspace: string
  /** What programs may be started from. */
  readonly readable: readonly string[]
}

/** Says how the person's system speaks, and nothing about the person. */
const allowed = ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'LC_COLLATE', 'LC_NUMERIC', 'LC_TIME', 'LC_MESSAGES', 'TZ']

const fallbackPath = ['/usr/local/bin', '/usr/bin', '/bin']

/**
 * The whole environment of a command. Built from nothing: keys and tokens (`AWS_*`, `*_TOKEN`) do not leak, and what
 * makes programs load code (`BASH_ENV`, `ENV`, `LD_*`, `NODE_OPTIONS`, `GIT_*`, `PYTHON*`) does not reach them. Pure.
 */
export function commandEnvironment(
  host: Readonly<Record<string, string | undefined>>,
  folders: CommandFolders,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of allowed) {
    const value = host[name]
    if (value !== undefined) kept[name] = value
  }
  return {
    ...kept,
    PATH: searchPath(host['PATH'] ?? '', folders),
    HOME: folders.home,
    TMPDIR: folders.temporary,
    XDG_CACHE_HOME: folders.temporary,
    XDG_CONFIG_HOME: folders.temporary,
    XDG_DATA_HOME: folders.temporary,
    SHELL: '/bin/bash',
    TERM: 'dumb',
    PAGER: 'cat',
    ...toolchainVariables(folders.readable),
  }
}

/** A program planted in the workspace must not be found under a usual name, so only folders outside it are searched. */
function searchPath(hostPath: string, { workspace, readable }: CommandFolders): string {
  const usable = hostPath
    .split(':')
    .filter(
      (folder) =>
        path.isAbsolute(folder) &&
        !isInside(workspace, folder) &&
        readable.some((root) => isInside(root, path.normalize(folder))),
    )
  return [...new Set([...usable, ...fallbackPath])].join(':')
}

/** These find their programs below the home folder unless told. */
const toolchainHomes: Readonly<Record<string, string>> = {
  '.pyenv': 'PYENV_ROOT',
  '.rbenv': 'RBENV_ROOT',
  '.rustup': 'RUSTUP_HOME',
}

function toolchainVariables(readable: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const folder of readable) {
    const name = toolchainHomes[path.basename(folder)]
    if (name !== undefined) found[name] = folder
  }
  return found
}
