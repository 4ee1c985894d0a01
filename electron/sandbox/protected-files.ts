/**
 * Why no agent may touch this file, or undefined when it may. Pure: judges the names of an absolute path with symlinks
 * resolved. Holds in every folder the person opens, and no grant or setting lifts it.
 */
export function whyProtected(absolute: string, purpose: 'reading' | 'writing'): string | undefined {
  const segments = absolute.split(/[\\/]/).map(canonicalName)
  const name = segments.at(-1) ?? ''
  // Windows reads `name:stream` as the same file; elsewhere a colon is a letter. Both readings are judged.
  const names = [name, name.replace(/(?<=.):.*$/s, '')]
  const joined = `/${segments.filter((segment) => segment !== '').join('/')}/`
  if (secretNames.some((pattern) => names.some((each) => pattern.test(each)))) return 'it may hold keys or passwords'
  if (secretFolders.some((pattern) => pattern.test(joined))) return 'its folder holds keys, passwords or browser data'
  if (purpose === 'writing' && startsPrograms.some((pattern) => pattern.test(joined)))
    return 'changing it could start programs by itself'
  return undefined
}

/**
 * A name as the file system may take it: case folds on macOS and Windows, HFS+ ignores zero-width characters, Windows
 * drops trailing dots and blanks.
 */
function canonicalName(segment: string): string {
  return segment
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/ \(deleted\)$/, '') // how Linux names an open file whose name is gone
    .replace(/[. ]+$/, '')
    .toLowerCase()
}

const secretNames: readonly RegExp[] = [
  /^\.env/,
  /\.env$/,
  /^id_(rsa|dsa|ecdsa|ed25519)(_sk)?(?!.*\.pub$)/,
  /\.(pem|key|p12|pfx|pkcs12|jks|keystore|ppk|kdbx?|keychain(-db)?|ovpn)$/,
  /^(\.netrc|_netrc|\.pgpass|\.my\.cnf|\.npmrc|\.pypirc|\.git-credentials|\.htpasswd|\.dockercfg|\.vault-token|\.s3cfg|\.boto)$/,
  /^(login data|cookies\.sqlite|logins\.json|key[34]\.db|cert9\.db|signons\.sqlite)(-journal|-wal|-shm)?$/,
]

const secretFolders: readonly RegExp[] = [
  /\/\.(aws|ssh|gnupg|azure|kube|docker|oci|password-store|mozilla|thunderbird)\//,
  /\/\.config\/(gcloud|gh|op|doctl|hub|rclone|google-chrome[^/]*|chromium|bravesoftware|microsoft-edge[^/]*|vivaldi[^/]*|opera[^/]*)\//,
  /\/\.local\/share\/(keyrings|kwalletd)\//,
  /\/snap\/(firefox|chromium|brave)\//,
  /\/\.var\/app\/(org\.mozilla\.[^/]+|com\.google\.chrome|org\.chromium\.chromium|com\.brave\.browser|com\.microsoft\.edge)\//,
  /\/users\/[^/]+\/library\/(keychains|safari|cookies)\//,
  /\/library\/application support\/(google\/chrome|chromium|firefox|bravesoftware|microsoft edge|vivaldi|arc|com\.operasoftware\.opera)\//,
  /\/appdata\/(local|roaming)\/(google\/chrome|chromium|bravesoftware|microsoft\/edge|mozilla|vivaldi|opera software)\//,
  /\/appdata\/(local|roaming)\/microsoft\/(credentials|protect|crypto|vault)\//,
]

/** Read freely, never written: a shell, an editor, git or another agent runs what these hold. */
const startsPrograms: readonly RegExp[] = [
  /\/\.git\//,
  /\/\.(husky|vscode|idea|devcontainer)\//,
  /\/\.(mcp\.json|gitconfig|gitmodules|gitattributes)\/$/,
  /\/\.(bash|zsh|z|k|c|tc)?_?(rc|profile|login|logout|shenv|aliases)\/$/,
  /\/\.(xprofile|xinitrc|xsession|inputrc|vimrc|exrc|emacs|tmux\.conf)\/$/,
  /\/\.config\/(autostart|systemd|fish)\//,
  /\/library\/launchagents\//,
]
