import { authenticate } from './authenticate.ts'
import { serveControl } from './control.ts'
import type { EmulatorControls } from './emulator-controls.ts'
import type { CapturedRequest, EmulatorState } from './emulator-state.ts'
import type { Exchange } from './exchange.ts'
import { routeOperation } from './route-operation.ts'
import { sendJson, sendServiceError } from './send-json.ts'
import { serveOperation } from './serve-operation.ts'
import { ServiceError } from './service-error.ts'

export interface EmulatorParts {
  readonly state: EmulatorState
  readonly controls: EmulatorControls
}

/** Answers one request of any kind. Resolves also when the client leaves early; rejects only for a fault of its own. */
export async function handleExchange(exchange: Exchange, { state, controls }: EmulatorParts): Promise<void> {
  try {
    if (exchange.url.pathname.startsWith('/_emulator/')) await serveControl(exchange, controls)
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
  const captured: CapturedRequest = {
    method,
    path: url.pathname + url.search,
    protocol,
    ...call,
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
    await serveOperation(exchange, { call, body, state })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    await sendServiceError(exchange, error)
  }
}

/** Undefined where the text is no JSON; the operation judges that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
