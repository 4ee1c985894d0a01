/** How commands are confined on this system, or why they cannot be. */
export type SandboxChoice =
  | { readonly kind: 'bubblewrap' }
  | { readonly kind: 'seatbelt' }
  | { readonly kind: 'none'; readonly reason: string; readonly hint: string }

/** Pure. `isInstalled` says whether a program of that name was found; only bubblewrap has to be installed. */
export function chooseSandbox(
  platform: NodeJS.Platform,
  isInstalled: (program: 'bwrap' | 'prlimit') => boolean,
): SandboxChoice {
  if (platform === 'darwin') return { kind: 'seatbelt' }
  if (platform !== 'linux') {
    return {
      kind: 'none',
      reason: 'There is no command sandbox for this system yet.',
      hint: 'Each command is shown to you before it runs.',
    }
  }
  if (!isInstalled('bwrap')) {
    return {
      kind: 'none',
      reason: 'The program that fences commands in, bubblewrap, is not installed.',
      hint: 'Install bubblewrap: sudo apt-get install bubblewrap socat ripgrep (Debian, Ubuntu) or sudo dnf install bubblewrap socat ripgrep (Fedora), then start the app again.',
    }
  }
  if (!isInstalled('prlimit')) {
    return {
      kind: 'none',
      reason: 'The program that limits commands, prlimit, is not installed.',
      hint: 'Install util-linux: sudo apt-get install util-linux (Debian, Ubuntu), then start the app again.',
    }
  }
  return { kind: 'bubblewrap' }
}
