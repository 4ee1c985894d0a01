import type { WorkerHandle, WorkerName } from './workers/worker.ts'

/** What a shell must provide. Each host fulfils it in full; what a machine lacks is said by the return type. */
export type Host = {
  readonly kind: 'electron' | 'browser'
  readonly paths: HostPaths
  readonly secrets: SecretStore
  /** A child with its own memory (`process`: may be killed, cannot take the app down) or a thread. */
  spawnWorker(name: WorkerName, isolation: 'process' | 'thread'): WorkerHandle
  /** The system's folder dialog; null when there is none or it was closed. */
  chooseFolder(): Promise<string | null>
  /** Hands a finished file to the person: a save dialog, or a one-time download. */
  offerFile(path: string, suggestedName: string): Promise<OfferedFile>
  openExternal(url: string): Promise<void>
}

export type HostPaths = {
  /** Everything the app keeps. Created with mode 0700. */
  readonly dataDir: string
  /** Read-only files shipped with the app: agents, prompts, sample workspace, default config. */
  readonly assets: string
  readonly home: string
}

export type OfferedFile =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'download'; readonly url: string }
  | { readonly kind: 'cancelled' }

/** The system's vault, or memory for this session where there is no vault worth the name. Never a plain file. */
export type SecretStore = {
  readonly keptIn: 'vault' | 'memory'
  get(name: SecretName): Promise<string | undefined>
  set(name: SecretName, value: string): Promise<void>
  delete(name: SecretName): Promise<void>
}

export type SecretName = 'bedrock-keys' | 'bedrock-bearer'
