import type { SandboxStatus } from '../../shared/ipc/contract.ts'

/** Runs shell commands for the `shell` tool: in the OS sandbox without network where there is one. */
export type CommandRunner = {
  /** What the self-test found at start. Never cached as active when a later command shows otherwise. */
  readonly status: SandboxStatus
  /** Runs to its end. A failing command is a value. Throws `CANCELLED`, `SANDBOX_UNAVAILABLE`. Abort kills the whole process tree. */
  run(command: string, options: CommandOptions): Promise<CommandResult>
}

export type CommandOptions = {
  /** Absolute. The only writable folder beside a private temporary one. */
  readonly workspace: string
  readonly signal: AbortSignal
  readonly maxOutputBytes: number
  readonly onOutput?: (text: string) => void
  /** The person approved running without a sandbox. */
  readonly unsafeWithoutSandbox?: boolean
}

export type CommandResult = {
  readonly stdout: string
  readonly stderr: string
  /** null when a signal ended it. */
  readonly exitCode: number | null
  readonly isTruncated: boolean
  readonly isSandboxed: boolean
}
