import { homedir } from 'node:os'
import path from 'node:path'
import { app, dialog, Menu, safeStorage, session, type BrowserWindow } from 'electron'
import { countAudience } from '../app/audience.ts'
import { createApp, type App } from '../app/create-app.ts'
import { closeBeforeQuit } from './close-before-quit.ts'
import { describeStartError } from './describe-start-error.ts'
import { createElectronHost } from './electron-host.ts'
import { connectWindow } from './ipc-transport.ts'
import { lockDownContents } from './lock-down-contents.ts'
import { lockDownSession } from './lock-down-session.ts'
import { menuTemplate } from './menu-template.ts'
import { parseOptions } from './parse-options.ts'
import { registerPageScheme, servePage } from './protocol.ts'
import { recoverPage } from './recover-page.ts'
import { openSecrets } from './secrets.ts'
import { useDataDir } from './use-data-dir.ts'
import { createWindowMemory } from './window-memory.ts'
import { createWindow, focusWindow, showPage } from './window.ts'

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
    const { workspace, dataDir } = parseOptions(process.argv.slice(app.isPackaged ? 1 : 2), {
      cwd: process.cwd(),
      defaultDataDir: files.defaultDataDir,
    })
    useDataDir(dataDir)
    // The first instance hears of it and comes to the front.
    if (!app.requestSingleInstanceLock()) return app.quit()
    await app.whenReady()
    await openApp(files, dataDir, workspace)
  } catch (error) {
    await app.whenReady()
    const { title, content } = describeStartError(error)
    dialog.showErrorBox(title, content)
    app.exit(1)
  }
}

async function openApp(files: ShellFiles, dataDir: string, workspace: string | undefined): Promise<void> {
  const hasDevTools = !app.isPackaged
  let core: App | undefined
  let window: BrowserWindow | undefined
  const logFailure = (message: string, error: unknown) => core?.log.write('error', message, error)

  const secrets = await openSecrets({
    vault: safeStorage,
    platform: process.platform,
    folder: path.join(dataDir, 'secrets'),
    logFailure,
  })
  const opened = await createApp({
    host: createElectronHost({
      paths: { dataDir, assets: files.assets, home: homedir() },
      secrets,
      window: () => window,
    }),
    version: app.getVersion(),
    audience: countAudience(),
    workspace,
  })
  core = opened
  closeBeforeQuit(opened)

  lockDownSession(session.defaultSession, { hasDevTools, platform: process.platform })
  servePage(session.defaultSession, files.page)
  app.on('web-contents-created', (_event, contents) =>
    lockDownContents(contents, (what, url) => opened.log.write('warning', what, { url })),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, hasDevTools })))

  const memory = createWindowMemory(dataDir, (error) => logFailure('The window’s place could not be kept', error))
  function openWindow(): void {
    const made = createWindow({
      preload: files.preload,
      icon: path.join(files.assets, 'icons', '512x512.png'),
      memory,
      hasDevTools,
    })
    window = made
    made.on('closed', () => (window = undefined))
    recoverPage(made, opened.log)
    connectWindow(opened, made)
    showPage(made).catch((error: unknown) => logFailure('The page could not be loaded', error))
  }

  app.on('second-instance', () => (window === undefined ? openWindow() : focusWindow(window)))
  app.on('activate', () => window === undefined && openWindow())
  // On macOS an app without windows stays in the dock.
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  openWindow()
}
