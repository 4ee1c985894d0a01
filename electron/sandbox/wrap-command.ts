import type { SandboxPolicy } from './sandbox-policy.ts'

/** Where the programs that fence commands in are. Undefined where the system has its own (macOS). */
export type SandboxPrograms = { readonly bwrap: string | undefined; readonly seccompHelper: string | undefined }

/** The library keeps one configuration for the whole process, so wraps take turns: each sets its own and uses it. */
let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * The shell text that runs `command` under `policy` and without network, by @anthropic-ai/sandbox-runtime. Call
 * `cleanUpAfterCommand` once it has ended.
 *
 * The library's session (`initialize`) is never started: that would open proxies to the network. Without them a
 * command has a network of its own with nobody in it. Its other defaults are open, so every wrap brings a whole policy.
 */
export async function wrapCommand(
  command: string,
  { policy, programs }: { readonly policy: SandboxPolicy; readonly programs: SandboxPrograms },
): Promise<string> {
  const { SandboxManager } = await import('@anthropic-ai/sandbox-runtime')
  const network = { allowedDomains: [], deniedDomains: [] }
  const filesystem = {
    denyRead: literal(policy.denyRead),
    allowRead: literal(policy.allowRead),
    allowWrite: literal(policy.allowWrite),
    denyWrite: literal(policy.denyWrite),
  }
  const turn = lastTurn.then(() => {
    SandboxManager.updateConfig({
      network,
      filesystem,
      // Its own search for files to protect starts at this process's folder; `findProtected` covers the workspace.
      mandatoryDenySearchDepth: 1,
      ...(programs.seccompHelper === undefined ? {} : { seccomp: { applyPath: programs.seccompHelper } }),
      ...(programs.bwrap === undefined ? {} : { bwrapPath: programs.bwrap }),
    })
    return SandboxManager.wrapWithSandbox(command, '/bin/bash', { network, filesystem })
  })
  lastTurn = turn.catch(() => {})
  return turn
}

/** Removes what stood in the workspace for files that must not be made. Once for each wrapped command. */
export async function cleanUpAfterCommand(): Promise<void> {
  const { SandboxManager } = await import('@anthropic-ai/sandbox-runtime')
  SandboxManager.cleanupAfterCommand()
}

/** A folder named `[a]` is that folder and no pattern. */
function literal(paths: readonly string[]): { path: string; literal: true }[] {
  return paths.map((each) => ({ path: each, literal: true }))
}
