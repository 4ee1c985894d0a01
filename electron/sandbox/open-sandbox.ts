import { isInside } from './is-inside.ts'
import { chmod, copyFile, lstat, mkdir } from 'node:fs/promises'
import { release } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProtected } from './find-protected.ts'
import { countsProcessesPerNamespace, limitCommand } from './limit-command.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { sandboxPolicy, systemFolders, toolchainFolders } from './sandbox-policy.ts'
import { cleanUpAfterCommand, wrapCommand } from './wrap-command.ts'

export type SandboxedCommand = {
  readonly argv: readonly string[]
  /** Call once the command has ended: removes what fencing it in left in the workspace. */
  release(): Promise<void>
}

export type Sandbox = {
  readonly name: string
  /** What commands may read beside the workspace: programs, libraries, toolchains. */
  readonly readable: readonly string[]
  /** The arguments that run `command` fenced in. Writes a line to file descriptor 3 once it is. */
  wrap(command: string, folders: WrapFolders): Promise<SandboxedCommand>
}

export type WrapFolders = { readonly workspace: string; readonly home: string; readonly temporary: string }

/** Makes ready the operating system's sandbox: bubblewrap on Linux, Seatbelt on macOS. */
export async function openSandbox(options: {
  readonly kind: 'bubblewrap' | 'seatbelt'
  readonly scratchDir: string
  readonly home: string
  /** Never readable, wherever they lie. */
  readonly privateFolders: readonly string[]
  readonly bwrapPath: string | undefined
}): Promise<Sandbox> {
  const { kind, scratchDir, privateFolders } = options
  const platform = kind === 'seatbelt' ? 'darwin' : 'linux'
  const seccompHelper = platform === 'linux' ? await copySeccompHelper(scratchDir) : undefined
  const toolchains = await existingFolders(toolchainFolders.map((name) => path.join(options.home, name)))
  const hasOwnUser = platform === 'linux' && countsProcessesPerNamespace(release())

  return {
    name: kind === 'seatbelt' ? 'Seatbelt' : 'bubblewrap',
    readable: [...systemFolders[platform], ...toolchains],
    async wrap(command, folders) {
      const found = await findProtected(folders.workspace)
      const policy = sandboxPolicy({
        platform,
        ...folders,
        toolchains: seccompHelper === undefined ? toolchains : [...toolchains, path.dirname(seccompHelper)],
        // A private folder around the workspace is closed to the command already: it reads and writes nothing else there.
        unreadable: [...found.unreadable, ...privateFolders.filter((folder) => !isInside(folder, folders.workspace))],
        unwritable: found.unwritable,
      })
      const limited = limitCommand(command, { platform, hasOwnUser })
      const announced = `echo >&3; exec 3>&-; exec ${limited.map(quoteForShell).join(' ')}`
      const wrapped = await wrapCommand(announced, { policy, programs: { bwrap: options.bwrapPath, seccompHelper } })
      return { argv: ['/bin/bash', '--norc', '--noprofile', '-c', wrapped], release: cleanUpAfterCommand }
    },
  }
}

/**
 * The program that forbids Unix sockets runs inside the sandbox, which cannot read the app's own folder (in a packaged
 * app it even lies inside an archive). So it runs from a copy.
 */
async function copySeccompHelper(scratchDir: string): Promise<string | undefined> {
  const library = fileURLToPath(import.meta.resolve('@anthropic-ai/sandbox-runtime'))
  const source = path.join(path.dirname(library), '../vendor/seccomp', process.arch, 'apply-seccomp')
  const folder = path.join(scratchDir, 'helper')
  const copy = path.join(folder, 'apply-seccomp')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await copyFile(source, copy)
  await chmod(copy, 0o755)
  return copy
}

/** Real folders only: a link could lead anywhere. */
async function existingFolders(candidates: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    candidates.map(async (folder) => ((await lstat(folder).catch(() => null))?.isDirectory() ? [folder] : [])),
  )
  return found.flat()
}
