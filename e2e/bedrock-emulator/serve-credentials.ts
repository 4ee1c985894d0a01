import { setTimeout as sleep } from 'node:timers/promises'

import type { EmulatorSettings } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import { sendJson } from './send-json.ts'

const lifeMs = 60 * 60_000

/**
 * Plays the credential endpoint of a container: `AWS_CONTAINER_CREDENTIALS_FULL_URI` may point at it. Answers after
 * `credentialsDelayMs` with keys for an hour.
 */
export async function serveCredentials(exchange: Exchange, { credentialsDelayMs }: EmulatorSettings): Promise<void> {
  if (credentialsDelayMs > 0) await sleep(credentialsDelayMs, undefined, { signal: exchange.gone })
  await sendJson(exchange, {
    AccessKeyId: 'ASIAEMULATEDEXAMPLE0',
    SecretAccessKey: 'emulated-secret',
    Token: 'emulated-session-token',
    Expiration: new Date(Date.now() + lifeMs).toISOString(),
  })
}
