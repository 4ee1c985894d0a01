/** What one command may use. The clock is the tool's; these stop what a clock would notice too late. */
const limits = {
  processorSeconds: 600,
  fileBytes: 4 * 1024 ** 3,
  /** Of each process. Data and not address space: Node, Java and Go reserve far more than they use. */
  memoryBytes: 4 * 1024 ** 3,
  openFiles: 4096,
  processes: 512,
} as const

/** How many processes a command may have at once. Enforced by `limitProcesses` where prlimit cannot. */
export const maxProcesses = limits.processes

/**
 * The arguments that run `command` in a plain bash with its resources limited. Pure. Start-up files are not read: a
 * planted one would run outside what the person was shown.
 *
 * `hasOwnUser`: the count of processes is the command's own (a user namespace on Linux 5.14 or newer) and not all
 * the person runs, which would already be past the limit.
 */
export function limitCommand(
  command: string,
  options: { readonly platform: NodeJS.Platform; readonly hasOwnUser: boolean },
): readonly string[] {
  const shell = ['/bin/bash', '--norc', '--noprofile', '-c', command]
  if (options.platform !== 'linux') {
    const ulimits = `ulimit -c 0 -t ${limits.processorSeconds} -f ${limits.fileBytes / 512} -n ${limits.openFiles}`
    return ['/bin/bash', '--norc', '--noprofile', '-c', `${ulimits}; exec "$@"`, 'bash', ...shell]
  }
  const prlimit = [
    'prlimit',
    '--core=0',
    `--cpu=${limits.processorSeconds}`,
    `--fsize=${limits.fileBytes}`,
    `--data=${limits.memoryBytes}`,
    `--nofile=${limits.openFiles}`,
    ...(options.hasOwnUser ? [`--nproc=${limits.processes}`] : []),
  ]
  return [...prlimit, '--', ...shell]
}

/** Whether Linux counts a user's processes per user namespace. `release` as `os.release()` gives it. */
export function countsProcessesPerNamespace(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map(Number)
  return major > 5 || (major === 5 && minor >= 14)
}
