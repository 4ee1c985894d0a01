import { mkdir, readFile, rename, writeFile, open } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import { AppError, toWireError, type WireError } from '../../shared/errors.ts'
import { settings, type Settings } from '../../shared/settings.ts'
import { parseYaml } from './parse-yaml.ts'

export type SettingsStore = {
  current(): Settings
  /** Resolves when on disk; listeners hear it after that. */
  update(change: Partial<Settings>): Promise<Settings>
  onChange(listener: (settings: Settings) => void): () => void
}

export type OpenedSettings = {
  readonly store: SettingsStore
  readonly isFirstRun: boolean
  /** A damaged file was set aside and the defaults are used. */
  readonly problem: WireError | undefined
}

/** The person's settings in `<dataDir>/config.yml`. What the file leaves out comes from `defaults`. */
export async function openSettings(file: string, defaults: Settings): Promise<OpenedSettings> {
  const read = await readSettings(file, defaults)
  const listeners = new Set<(settings: Settings) => void>()
  let current = read.settings
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function write(change: Partial<Settings>): Promise<Settings> {
    const next = settings.parse({ ...current, ...change })
    await writeWhole(file, stringify(next))
    current = next
    for (const listener of listeners) listener(next)
    return next
  }

  const store: SettingsStore = {
    current: () => current,
    update(change) {
      const written = lastWrite.then(() => write(change))
      lastWrite = written.catch(() => {})
      return written
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return { store, isFirstRun: read.isFirstRun, problem: read.problem }
}

async function readSettings(file: string, defaults: Settings) {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { settings: defaults, isFirstRun: true, problem: undefined }
  try {
    const written = parseYaml(text, settings.partial(), path.basename(file))
    return { settings: settings.parse({ ...defaults, ...written }), isFirstRun: false, problem: undefined }
  } catch (error) {
    // Never overwritten: what the person wrote stays beside the new file.
    const aside = `${file}.invalid`
    await rename(file, aside)
    const wire = toWireError(error)
    const hint = `The defaults are used. Your file is kept as ${path.basename(aside)}.`
    return { settings: defaults, isFirstRun: false, problem: { ...wire, hint } }
  }
}

/** Temporary file, sync, rename: a crash leaves the old settings or the new, never half of them. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.new`
  try {
    await writeFile(temporary, text, { mode: 0o600 })
    await syncFile(temporary)
    await rename(temporary, file)
  } catch (error) {
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw isFull
      ? new AppError('DISK_FULL', 'The settings could not be saved: the disk is full.', {
          hint: 'Free some space and try again.',
          cause: error,
        })
      : error
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
