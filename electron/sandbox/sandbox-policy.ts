import path from 'node:path'

/** What a sandboxed command may touch, in the terms of @anthropic-ai/sandbox-runtime: denies first, allows within. */
export type SandboxPolicy = {
  readonly denyRead: readonly string[]
  /** Wins over a shorter `denyRead`; a longer one wins over it. */
  readonly allowRead: readonly string[]
  readonly allowWrite: readonly string[]
  /** Wins over `allowWrite`. */
  readonly denyWrite: readonly string[]
}

export type SandboxPolicyParts = {
  readonly platform: 'linux' | 'darwin'
  readonly workspace: string
  readonly home: string
  readonly temporary: string
  readonly toolchains: readonly string[]
  /** Secrets found in the workspace, and the app's own data. */
  readonly unreadable: readonly string[]
  /** What starts programs by itself, found in the workspace. */
  readonly unwritable: readonly string[]
}

/** Reads nothing but programs and the workspace, writes nothing but the workspace and a temporary folder. Pure. */
export function sandboxPolicy(parts: SandboxPolicyParts): SandboxPolicy {
  const { platform, workspace, home, temporary, toolchains, unreadable, unwritable } = parts
  return {
    denyRead: [...closedFolders[platform], ...systemSecrets, ...unreadable],
    allowRead: [...systemFolders[platform], ...toolchains, home, temporary, workspace],
    allowWrite: [workspace, temporary],
    denyWrite: [
      ...startFiles.map((name) => path.join(workspace, name)),
      ...unwritable,
      ...unreadable,
      ...libraryFolders,
    ],
  }
}

/** Where programs and their libraries live. Readable, and searched for commands. */
export const systemFolders: Readonly<Record<'linux' | 'darwin', readonly string[]>> = {
  linux: ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/etc', '/opt', '/nix', '/run/current-system'],
  darwin: ['/usr', '/bin', '/sbin', '/opt', '/Library/Developer', '/Applications/Xcode.app'],
}

/** Language toolchains people keep in their home folder; none of these folders holds credentials. */
export const toolchainFolders: readonly string[] = [
  '.pyenv',
  '.rbenv',
  '.nodenv',
  '.nvm/versions',
  '.volta',
  '.asdf',
  '.rustup',
  '.cargo/bin',
  '.bun/bin',
  '.deno/bin',
  '.sdkman/candidates',
  '.local/bin',
  '.local/lib',
  '.local/share/mise',
  '.local/share/uv/python',
  'go/bin',
  'miniconda3',
  'anaconda3',
]

/** On Linux everything; macOS cannot start a program without its system folders, so there the people's are closed. */
const closedFolders: Readonly<Record<'linux' | 'darwin', readonly string[]>> = {
  linux: ['/'],
  darwin: ['/Users', '/Volumes', '/private/tmp', '/private/var/folders', '/private/var/root'],
}

/** Writable by default in the library, and shared with whatever else uses it. Not a secret: the library keeps them readable. */
const libraryFolders: readonly string[] = ['/tmp/claude', '/private/tmp/claude']

const systemSecrets: readonly string[] = [
  '/etc/shadow',
  '/etc/shadow-',
  '/etc/gshadow',
  '/etc/gshadow-',
  '/etc/sudoers',
  '/etc/sudoers.d',
  '/etc/ssh',
  '/etc/ssl/private',
  '/etc/krb5.keytab',
  '/etc/wireguard',
  '/etc/openvpn',
  '/etc/NetworkManager/system-connections',
]

/** Not there yet, each could be planted for a program outside to run: a shell, git, an editor, another agent. */
const startFiles: readonly string[] = [
  '.git',
  '.gitconfig',
  '.vscode',
  '.idea',
  '.devcontainer',
  '.husky',
  '.mcp.json',
  '.bashrc',
  '.bash_profile',
  '.bash_login',
  '.profile',
  '.zshrc',
  '.zprofile',
  '.zshenv',
]
