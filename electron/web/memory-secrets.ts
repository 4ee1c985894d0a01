import type { SecretName, SecretStore } from '../host.ts'

/** Without the system's vault a secret lives as long as the process, and the page says so. Never in a file. */
export function createMemorySecrets(): SecretStore {
  const secrets = new Map<SecretName, string>()
  return {
    keptIn: 'memory',
    get: async (name) => secrets.get(name),
    set: async (name, value) => void secrets.set(name, value),
    delete: async (name) => void secrets.delete(name),
  }
}
