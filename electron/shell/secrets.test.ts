import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecrets, type Vault } from './secrets.ts'

let folder: string
let failures: string[]

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'ba-secrets-')), 'secrets')
  failures = []
})
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }))

/** Encrypts by a key of one letter, and knows a key it had before. */
function vault(key = 'b', change: Partial<Vault> = {}): Vault {
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async (text) => Buffer.from(`${key}:${Buffer.from(text).toString('base64')}`),
    async decryptStringAsync(encrypted) {
      const [usedKey, text] = encrypted.toString().split(':')
      if (usedKey !== key && usedKey !== 'old') throw new Error('Wrong key')
      return { result: Buffer.from(text!, 'base64').toString(), shouldReEncrypt: usedKey === 'old' }
    },
    ...change,
  }
}

function open(used: Vault, platform: NodeJS.Platform = 'linux') {
  return openSecrets({ vault: used, platform, folder, logFailure: (message) => failures.push(message) })
}

describe('openSecrets', () => {
  it('keeps a secret encrypted, for its owner only, until it is deleted', async () => {
    const secrets = await open(vault())
    await secrets.set('bedrock-keys', 'first')
    await secrets.set('bedrock-keys', 'second')
    expect(secrets.keptIn).toBe('vault')
    expect(await readdir(folder)).toEqual(['bedrock-keys.bin'])
    expect(await readFile(path.join(folder, 'bedrock-keys.bin'), 'utf8')).not.toContain('second')
    if (process.platform !== 'win32')
      expect((await stat(path.join(folder, 'bedrock-keys.bin'))).mode & 0o777).toBe(0o600)
    expect(await (await open(vault())).get('bedrock-keys')).toBe('second')
    await secrets.delete('bedrock-keys')
    expect(await secrets.get('bedrock-keys')).toBeUndefined()
  })

  it('lets no left-over widen who may read it', async () => {
    const secrets = await open(vault())
    await secrets.set('bedrock-keys', 'first')
    await writeFile(path.join(folder, 'bedrock-keys.bin.new'), 'half', { mode: 0o666 })
    await secrets.set('bedrock-keys', 'second')
    if (process.platform !== 'win32')
      expect((await stat(path.join(folder, 'bedrock-keys.bin'))).mode & 0o777).toBe(0o600)
  })

  it('encrypts anew when the vault has a better key', async () => {
    await (await open(vault('old'))).set('bedrock-bearer', 'token')
    expect(await (await open(vault('b'))).get('bedrock-bearer')).toBe('token')
    expect(await readFile(path.join(folder, 'bedrock-bearer.bin'), 'utf8')).toMatch(/^b:/)
  })

  it('asks for a secret again that another key encrypted, and says so in the log', async () => {
    await (await open(vault('a'))).set('bedrock-bearer', 'token')
    expect(await (await open(vault('b'))).get('bedrock-bearer')).toBeUndefined()
    expect(failures).toEqual(['The secret bedrock-bearer could not be decrypted'])
  })

  it.each<[string, Partial<Vault>]>([
    ['a fixed password', { getSelectedStorageBackend: () => 'basic_text' }],
    ['not known', { getSelectedStorageBackend: () => 'unknown' }],
    ['missing', { isAsyncEncryptionAvailable: async () => false }],
    ['failing', { isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) }],
  ])('writes nothing where the vault is %s', async (_how, change) => {
    const secrets = await open(vault('b', change))
    await secrets.set('bedrock-bearer', 'token')
    expect({ keptIn: secrets.keptIn, value: await secrets.get('bedrock-bearer') }).toEqual({
      keptIn: 'memory',
      value: 'token',
    })
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    await secrets.delete('bedrock-bearer')
    expect(await secrets.get('bedrock-bearer')).toBeUndefined()
  })

  it('asks which backend it is on Linux only, where there is a choice', async () => {
    const elsewhere = vault('b', {
      getSelectedStorageBackend() {
        throw new Error('Linux only')
      },
    })
    expect((await open(elsewhere, 'darwin')).keptIn).toBe('vault')
  })
})
