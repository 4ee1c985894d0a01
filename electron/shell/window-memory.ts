import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { savedPlace, type SavedPlace } from './window-place.ts'

/** Where the window was when it was last closed. A comfort: it never stops the app, however damaged or unwritable. */
export type WindowMemory = {
  recall(): SavedPlace | undefined
  /** Synchronous, because it is told while the window closes. */
  remember(place: SavedPlace): void
}

export function createWindowMemory(dataDir: string, logFailure: (error: unknown) => void): WindowMemory {
  const file = path.join(dataDir, 'window.json')
  return {
    recall() {
      try {
        return savedPlace.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
      } catch {
        return undefined
      }
    },
    remember(place) {
      try {
        writeFileSync(`${file}.new`, JSON.stringify(place), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch (error) {
        logFailure(error)
      }
    },
  }
}
