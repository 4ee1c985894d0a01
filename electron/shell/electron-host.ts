import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { Host, HostPaths, SecretStore } from '../host.ts'
import { openWebLink } from './open-web-link.ts'
import { saveError } from './save-error.ts'
import { spawnElectronWorker } from './spawn-electron-worker.ts'

/** The host of the desktop window. Dialogs belong to `window()`; without one nobody is there to answer them. */
export function createElectronHost(options: {
  readonly paths: HostPaths
  readonly secrets: SecretStore
  readonly window: () => BrowserWindow | undefined
}): Host {
  const { paths, secrets } = options
  return {
    kind: 'electron',
    paths,
    secrets,
    spawnWorker: spawnElectronWorker,
    async chooseFolder() {
      const window = options.window()
      if (window === undefined) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open a folder',
        buttonLabel: 'Open',
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    async offerFile(file, suggestedName) {
      const window = options.window()
      if (window === undefined) return { kind: 'cancelled' }
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: path.join(app.getPath('downloads'), suggestedName),
      })
      if (canceled || filePath === '') return { kind: 'cancelled' }
      await copyFile(file, filePath).catch((error: unknown) => {
        throw saveError(error, filePath)
      })
      return { kind: 'saved', path: filePath }
    },
    openExternal: (url) => openWebLink(url, (link) => shell.openExternal(link)),
  }
}
