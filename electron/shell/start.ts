import { homedir } from 'node:os'
import path from 'node:path'
import { app, dialog, Menu, safeStorage, session } from 'electron'
import { countAudience } from '../app/audience.ts'
import { createApp, type App } from '../app/create-app.ts'
import { closeBeforeQuit } from './close-before-quit.ts'
import { describeStartError } from './describe-start-error.ts'
import { createElectronHost } from './electron-host.ts'
import { keepWindow, type CurrentWindow } from './keep-window.ts'
import { lockDownSession } from './lock-down-session.ts'
import { menuTemplate } from './menu-template.ts'
import { parseOptions, type ShellOptions } from './parse-options.ts'
import { registerPageScheme, servePage } from './protocol.ts'
import { openSecrets } from './secrets.ts'
import { useDataDir } from './use-data-dir.ts'
import { createWindowMemory } from './window-memory.ts'

export type ShellFiles = {
  readonly assets: string
  /** The built page's folder. */
  readonly page: string
  readonly preload: string
  readonly defaultDataDir: string
}

/**
 * Starts the desktop app, or says in a box why it cannot. Never rejects. What must come before Electron is ready
 * happens before the first await; the caller must not await this at its top level, since Electron is ready only after.
 */
export async function start(files: ShellFiles): Promise<void> {
  try {
    registerPageScheme()
    app.enableSandbox()
    const options = parseOptions(process.argv.slice(app.isPackaged ? 1 : 2), {
      cwd: process.cwd(),
      defaultDataDir: files.defaultDataDir,
    })
    useDataDir(options.dataDir)
    // The first instance hears of it and comes to the front.
    if (!app.requestSingleInstanceLock()) return app.quit()
    await app.whenReady()
    await openApp(files, options)
  } catch (error) {
    await app.whenReady()
    const { title, content } = describeStartError(error)
    dialog.showErrorBox(title, content)
    app.exit(1)
  }
}

async function openApp(files: ShellFiles, { dataDir, workspace }: ShellOptions): Promise<void> {
  const { platform } = process
  const hasDevTools = !app.isPackaged
  const current: CurrentWindow = { window: undefined }
  let core: App | undefined
  const logFailure = (message: string, error: unknown) => core?.log.write('error', message, error)

  const secrets = await openSecrets({
    vault: safeStorage,
    platform,
    folder: path.join(dataDir, 'secrets'),
    logFailure,
  })
  core = await createApp({
    host: createElectronHost({
      paths: { dataDir, assets: files.assets, home: homedir() },
      secrets,
      window: () => current.window,
    }),
    version: app.getVersion(),
    audience: countAudience(),
    workspace,
  })
  closeBeforeQuit(core)

  lockDownSession(session.defaultSession, { hasDevTools, platform })
  servePage(session.defaultSession, files.page)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, hasDevTools })))
  keepWindow(core, current, {
    preload: files.preload,
    icon: path.join(files.assets, 'icons', '512x512.png'),
    memory: createWindowMemory(dataDir, (error) => logFailure('The window’s place could not be kept', error)),
    hasDevTools,
  })
}
