import { setTimeout as sleep } from 'node:timers/promises'

import { authenticate } from './authenticate.ts'
import { serveControl } from './control.ts'
import type { EmulatorControls } from './emulator-controls.ts'
import type { CapturedRequest, EmulatorState } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import { routeOperation } from './route-operation.ts'
import { sendJson, sendServiceError } from './send-json.ts'
import { serveCredentials } from './serve-credentials.ts'
import { serveOperation } from './serve-operation.ts'
import { isProbe, serveProbe } from './serve-probe.ts'
import { ServiceError } from './service-error.ts'
import { signingRegion } from './signing-region.ts'

export interface EmulatorParts {
  readonly state: EmulatorState
  readonly controls: EmulatorControls
}

/** Answers one request of any kind. Resolves also when the client leaves early; rejects only for a fault of its own. */
export async function handleExchange(exchange: Exchange, { state, controls }: EmulatorParts): Promise<void> {
  try {
    const { pathname } = exchange.url
    if (pathname === '/_emulator/credentials') await serveCredentials(exchange, state.settings)
    else if (pathname.startsWith('/_emulator/')) await serveControl(exchange, controls)
    else if (isProbe(exchange)) await serveProbe(exchange)
    else await serveModelApi(exchange, state)
  } catch (error) {
    // The client left, or this process is closing: nobody is there to be told.
    if (exchange.gone.aborted) return
    exchange.cutConnection()
    throw error
  }
}

async function serveModelApi(exchange: Exchange, state: EmulatorState): Promise<void> {
  const text = (await exchange.readBody()).toString('utf8')
  const body = parseJson(text)
  const { method, url, protocol, headers } = exchange
  const call = routeOperation(method, url)
  const region = signingRegion(headers)
  const travelled = travel(exchange, state.settings.regionLatencyMs[region ?? ''] ?? 0)
  const captured: CapturedRequest = {
    method,
    path: url.pathname + url.search,
    protocol,
    ...call,
    ...(region === undefined ? {} : { region }),
    headers,
    body: body ?? (text === '' ? null : text),
    outcome: 'open',
  }
  state.requests.push(captured)
  exchange.gone.addEventListener('abort', () => {
    captured.outcome = exchange.isComplete() ? 'completed' : 'broken-off'
  })
  try {
    authenticate(headers, state.settings.credentials)
    if (call === undefined) {
      const message = `The emulator does not serve ${method} ${url.pathname}.`
      return await sendJson(exchange, { message }, { status: 404 })
    }
    await serveOperation(exchange, { call, body, region, travelled, state })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    await travelled
    await sendServiceError(exchange, error)
  }
}

/** Resolves when an answer may begin; for a client that leaves, at once: its answer then fails by itself. */
async function travel(exchange: Exchange, ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal: exchange.gone }).catch(() => undefined)
}

/** Undefined where the text is no JSON; the operation judges that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
