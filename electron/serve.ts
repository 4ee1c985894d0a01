import { homedir } from 'node:os'
import path from 'node:path'
import { toWireError } from '../shared/errors.ts'
import { countAudience } from './app/audience.ts'
import { createApp } from './app/create-app.ts'
import { defaultDataDir } from './default-data-dir.ts'
import { appVersion, projectRoot } from './project-paths.ts'
import { createApiHandler } from './web/api/handle-api-request.ts'
import { createBrowserHost } from './web/browser-host.ts'
import { createDownloads } from './web/downloads.ts'
import { openUrl } from './web/open-url.ts'
import { parseServeOptions } from './web/serve-options.ts'
import { serveSocket } from './web/serve-socket.ts'
import { createSessionTokens } from './web/session-token.ts'
import { startWebServer } from './web/start-web-server.ts'

/** The app on loopback, for a browser. Prints its address once it answers. */
async function serve(): Promise<void> {
  const options = parseServeOptions(process.argv.slice(2), process.cwd())
  const root = projectRoot()
  const dataDir = options.dataDir ?? defaultDataDir({ platform: process.platform, home: homedir(), env: process.env })
  const downloads = createDownloads()
  const tokens = createSessionTokens()
  const app = await createApp({
    host: createBrowserHost({ dataDir, assets: path.join(root, 'assets'), downloads }),
    version: await appVersion(root),
    audience: countAudience(),
    workspace: options.workspace,
  })
  const server = await startWebServer({
    port: options.port,
    root: path.join(root, 'build', 'renderer'),
    tokens,
    downloads,
    api: createApiHandler({ app, tokens, onSignIn: showNextLink }),
    onSocket: (socket) => serveSocket(app, socket),
    onSignIn: showNextLink,
    onError: (error) => app.log.write('error', 'A page request failed', error),
  }).catch(async (error: unknown) => {
    await app.close()
    throw error
  })

  function link(): string {
    return `http://127.0.0.1:${server.port}/?token=${tokens.current()}`
  }

  function showNextLink(): void {
    process.stdout.write(`  Another window or program: ${link()}\n`)
  }

  async function stop(): Promise<void> {
    await server.close()
    await app.close()
    process.exit(0)
  }
  const stopOnce = () => {
    stop().catch(fail)
  }
  process.once('SIGINT', stopOnce)
  process.once('SIGTERM', stopOnce)

  process.stdout.write(`Bedrock Analyst is ready. Open this link (it works once):\n  ${link()}\nStop with Ctrl+C.\n`)
  if (options.opensBrowser) openUrl(link())
}

function fail(error: unknown): void {
  const { code, message, hint } = toWireError(error)
  process.stderr.write(`${message}${hint === undefined ? '' : ` ${hint}`}\n`)
  if (code === 'INTERNAL') process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`)
  process.exit(code === 'INVALID_REQUEST' ? 2 : 1)
}

await serve().catch(fail)
