/** The programs that run beside the main process. Each is `<folder>/<name>-worker.ts`, listed in `worker-entries.ts`. */
export type WorkerName = 'storage' | 'data' | 'documents'

/** A running worker, whatever carries it. Messages are structured-cloned. */
export type WorkerHandle = {
  post(message: unknown): void
  /** Both return their own unsubscribe. */
  onMessage(listener: (message: unknown) => void): () => void
  onExit(listener: (reason: string) => void): () => void
  /** Ends it at once. Safe to call twice. */
  kill(): void
}
