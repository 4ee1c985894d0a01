import type { Page } from '@playwright/test'

export type HostOptions = {
  readonly root: string
  readonly dataDir: string
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
}

/** What runs the app for a spec; the same journeys go through each. */
export type Host = {
  start(): Promise<StartedApp>
  /** After every started app has ended. */
  close(): Promise<void>
}

export type StartedApp = {
  readonly page: Page
  /** What the program printed. */
  output(): string
  readonly origin: string
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}
