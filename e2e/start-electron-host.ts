import { _electron } from '@playwright/test'
import type { Host, HostOptions, StartedApp } from './host.ts'

/** The app in its desktop window. Runs only where Electron's binary is (`playwright.config.ts`). */
export async function openElectronHost({ root, dataDir, workspace, env }: HostOptions): Promise<Host> {
  const args = ['.', '--data-dir', dataDir, '--workspace', workspace]
  return {
    async start() {
      const variables = Object.fromEntries(
        Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      )
      const app = await _electron.launch({ cwd: root, args, env: variables })
      return {
        page: await app.firstWindow(),
        output: () => '',
        origin: 'app://bedrock-analyst',
        async end(signal) {
          if (signal === 'SIGTERM') return app.close()
          const child = app.process()
          const ended = new Promise((resolve) => child.once('exit', resolve))
          child.kill('SIGKILL')
          await ended
        },
      } satisfies StartedApp
    },
    close: async () => {},
  }
}
