import path from 'node:path'

/** Where the app keeps its data when not told otherwise: the same folder for both hosts, by each system's custom. */
export function defaultDataDir(system: {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}): string {
  const { platform, home, env } = system
  switch (platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Bedrock Analyst')
    case 'win32':
      return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Bedrock Analyst')
    default:
      return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'bedrock-analyst')
  }
}
