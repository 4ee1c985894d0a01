import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { SafeStorage } from 'electron'
import type { SecretName, SecretStore } from '../host.ts'

/** The part of Electron that the vault stands on. */
export type Vault = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

/**
 * Secrets encrypted by the system's vault, one file each in `folder`. Where there is no vault worth the name they live
 * in memory and end with the app. Call once the app is ready.
 */
export async function openSecrets(options: {
  readonly vault: Vault
  readonly platform: NodeJS.Platform
  readonly folder: string
  readonly logFailure: (message: string, error: unknown) => void
}): Promise<SecretStore> {
  return (await isVaultSafe(options.vault, options.platform)) ? vaultSecrets(options) : memorySecrets()
}

/** `basic_text` is a fixed password in Chromium's source: anyone who can read the file could decrypt it. */
async function isVaultSafe(vault: Vault, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await vault.isAsyncEncryptionAvailable().catch(() => false))) return false
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(vault.getSelectedStorageBackend())
}

function vaultSecrets({ vault, folder, logFailure }: Parameters<typeof openSecrets>[0]): SecretStore {
  const fileOf = (name: SecretName) => path.join(folder, `${name}.bin`)

  async function set(name: SecretName, value: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await replaceFile(fileOf(name), await vault.encryptStringAsync(value))
  }

  return {
    keptIn: 'vault',
    set,
    async get(name) {
      const encrypted = await readFile(fileOf(name)).catch(() => undefined)
      if (encrypted === undefined) return undefined
      try {
        const { result, shouldReEncrypt } = await vault.decryptStringAsync(encrypted)
        if (shouldReEncrypt) await set(name, result)
        return result
      } catch (error) {
        // The vault was reset, or the folder came from another machine: the person has to give the secret again.
        logFailure(`The secret ${name} could not be decrypted`, error)
        return undefined
      }
    },
    delete: (name) => rm(fileOf(name), { force: true }),
  }
}

function memorySecrets(): SecretStore {
  const secrets = new Map<SecretName, string>()
  return {
    keptIn: 'memory',
    get: async (name) => secrets.get(name),
    set: async (name, value) => void secrets.set(name, value),
    delete: async (name) => void secrets.delete(name),
  }
}

/** The old content or the new one, never half of it, and for the person's eyes only. */
async function replaceFile(file: string, content: Buffer): Promise<void> {
  const fresh = `${file}.new`
  // A left-over would keep its own mode.
  await rm(fresh, { force: true })
  const handle = await open(fresh, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, file)
}
