import { lstat, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import { AppError, type WireError } from '../../shared/errors.ts'
import { z } from '../../shared/schema.ts'
import { settings, type Settings } from '../../shared/settings.ts'
import { parseYaml } from './parse-yaml.ts'

export type SettingsStore = {
  current(): Settings
  /** Resolves when on disk; listeners hear it after that. */
  update(change: Partial<Settings>): Promise<Settings>
  /** Holds in this process only and is never written. A later `update` of the same setting takes its place. */
  override(change: Partial<Settings>): Settings
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
  let kept = read.settings
  let overrides: Partial<Settings> = {}
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function write(change: Partial<Settings>): Promise<Settings> {
    const next = settings.parse({ ...kept, ...change })
    await writeWhole(file, stringify(next))
    kept = next
    const changed = Object.keys(change)
    overrides = Object.fromEntries(Object.entries(overrides).filter(([name]) => !changed.includes(name)))
    return announce()
  }

  function current(): Settings {
    return { ...kept, ...overrides }
  }

  function announce(): Settings {
    const now = current()
    for (const listener of listeners) listener(now)
    return now
  }

  const store: SettingsStore = {
    current,
    override(change) {
      overrides = { ...overrides, ...change }
      return announce()
    },
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
  try {
    const written = parseYaml(await readFile(file, 'utf8'), writtenSettings, path.basename(file)) ?? {}
    return { settings: settings.parse({ ...defaults, ...written }), isFirstRun: false, problem: undefined }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { settings: defaults, isFirstRun: true, problem: undefined }
    // Never overwritten: what the person wrote stays beside the new file.
    const keptAs = await setAside(file)
    const { code, message } = error instanceof AppError ? error : unreadable(file)
    const hint = `The defaults are used. Your file is kept as ${keptAs}.`
    return { settings: defaults, isFirstRun: false, problem: { code, message, retryable: false, hint } }
  }
}

/** Nothing, or any of the settings. A misspelt name is told: it would change nothing and seem to. */
const writtenSettings = z.strictObject(settings.shape).partial().nullable()

function unreadable(file: string): AppError {
  return new AppError('CONFIG_INVALID', `${path.basename(file)} could not be read.`)
}

/** Returns the name it has now; one that was set aside before stays. */
async function setAside(file: string): Promise<string> {
  for (let n = 1; ; n++) {
    const aside = n === 1 ? `${file}.invalid` : `${file}.invalid-${n}`
    const isTaken = await lstat(aside).then(
      () => true,
      () => false,
    )
    if (isTaken) continue
    await rename(file, aside)
    return path.basename(aside)
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
    throw saveFailure(error, file)
  }
}

function saveFailure(error: unknown, file: string): AppError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('DISK_FULL', 'The settings could not be saved: the disk is full.', {
      hint: 'Free some space and try again.',
      cause: error,
    })
  return new AppError('FILE_UNREADABLE', `The settings could not be saved: the app may not write ${file}.`, {
    hint: 'Check that the data folder belongs to you, or start with another one (--data-dir).',
    cause: error,
  })
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
