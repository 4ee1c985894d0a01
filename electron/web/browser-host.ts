import { homedir } from 'node:os'
import type { Host } from '../host.ts'
import { spawnNodeWorker } from '../workers/spawn-node-worker.ts'
import type { Downloads } from './downloads.ts'
import { createMemorySecrets } from './memory-secrets.ts'
import { openUrl } from './open-url.ts'

/** The host of the loopback page and of the command line. */
export function createBrowserHost(options: {
  readonly dataDir: string
  readonly assets: string
  readonly downloads: Downloads
}): Host {
  return {
    kind: 'browser',
    paths: { dataDir: options.dataDir, assets: options.assets, home: homedir() },
    secrets: createMemorySecrets(),
    spawnWorker: spawnNodeWorker,
    chooseFolder: async () => null,
    offerFile: async (file, name) => ({ kind: 'download', url: options.downloads.offer({ file, name }) }),
    openExternal: async (url) => openUrl(url),
  }
}
