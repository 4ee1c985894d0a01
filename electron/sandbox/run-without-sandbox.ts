import path from 'node:path'
import type { CommandOptions, CommandResult } from './command-runner.ts'
import { commandEnvironment } from './environment.ts'
import { limitCommand } from './limit-command.ts'
import type { HostOfCommands } from './run-sandboxed.ts'
import { spawnProcess } from './spawn-process.ts'
import { withPrivateFolders } from './with-private-folders.ts'

/**
 * Runs a command that may do whatever the person may; they have seen and approved it. It still gets no secrets by its
 * environment, reads no start-up files and has the same limits but for its number of processes.
 */
export async function runWithoutSandbox(
  command: string,
  options: CommandOptions,
  host: HostOfCommands,
): Promise<CommandResult> {
  const { workspace } = options
  const readable = (host.environment['PATH'] ?? '').split(':').filter((folder) => path.isAbsolute(folder))
  return withPrivateFolders(host.scratchDir, async (folders) => {
    const argv = limitCommand(command, { platform: host.platform, hasOwnUser: false })
    const { hasBegun: _, ...result } = await spawnProcess(argv, {
      ...options,
      cwd: workspace,
      environment: commandEnvironment(host.environment, { ...folders, workspace, readable }),
    })
    return { ...result, isSandboxed: false }
  })
}
