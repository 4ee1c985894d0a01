import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import { AppError } from '../../shared/errors.ts'

/**
 * Makes `dataDir` and keeps Chromium's own files inside it. The single-instance lock lies there too, so that one data
 * folder has one app, and another folder may have another. Must be called before the app is ready.
 */
export function useDataDir(dataDir: string): void {
  const chromium = path.join(dataDir, 'chromium')
  try {
    mkdirSync(chromium, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', `The app may not write its data folder ${dataDir}.`, {
      hint: 'Check that it is a folder of yours, or start with another one (--data-dir).',
      cause: error,
    })
  }
  app.setPath('userData', chromium)
}
