import type { EmulatorControls } from './emulator-controls.ts'
import type { Exchange } from './exchange.ts'
import { checkFields, isCount, isOneOf } from './check-fields.ts'
import { ControlError } from './control-error.ts'
import { parseGuardrails } from './guardrails/parse-guardrails.ts'
import { parseFault } from './parse-fault.ts'
import { parseReplies, parseReply } from './parse-reply.ts'
import { parseSettings } from './parse-settings.ts'
import { sendJson } from './send-json.ts'

/**
 * The fixture's controls over HTTP, for when the emulator is another process; bodies have the fixture's shapes.
 * `POST /_emulator/{script,default-reply,fault,configure,guardrails,release,clock,clear-cache,reset}` answer 204, or 400
 * with what is wrong in the body;
 * `GET /_emulator/requests` answers the captured requests, `GET /_emulator/connections` how many were opened.
 */
export async function serveControl(exchange: Exchange, controls: EmulatorControls): Promise<void> {
  const action = `${exchange.method} ${exchange.url.pathname}`
  if (action === 'GET /_emulator/requests') return sendJson(exchange, controls.requests)
  if (action === 'GET /_emulator/connections') return sendJson(exchange, { opened: controls.connectionCount })
  const post = posts[action]
  if (post === undefined) return sendJson(exchange, { message: `There is no ${action}.` }, { status: 404 })
  try {
    post(controls, await readJson(exchange))
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof SyntaxError)) throw error
    return sendJson(exchange, { message: error.message }, { status: 400 })
  }
  exchange.begin(204, {})
  await exchange.end()
}

const posts: Readonly<Record<string, (controls: EmulatorControls, body: unknown) => void>> = {
  'POST /_emulator/script': (controls, body) => controls.script(parseReplies(body)),
  'POST /_emulator/default-reply': (controls, body) =>
    controls.setDefaultReply(body === null ? undefined : parseReply(body)),
  'POST /_emulator/fault': (controls, body) => controls.fault(parseFault(body)),
  'POST /_emulator/configure': (controls, body) => controls.configure(parseSettings(body)),
  'POST /_emulator/guardrails': (controls, body) => controls.setGuardrails(parseGuardrails(body)),
  'POST /_emulator/release': (controls) => controls.release(),
  'POST /_emulator/clock': (controls, body) => {
    const { advanceMs = 0, stopped = false } = parseClockMove(body)
    if (stopped) controls.stopClock()
    controls.advanceClock(advanceMs)
  },
  'POST /_emulator/clear-cache': (controls) => controls.clearCache(),
  'POST /_emulator/reset': (controls) => controls.reset(),
}

interface ClockMove {
  readonly advanceMs?: number
  readonly stopped?: true
}

function parseClockMove(body: unknown): ClockMove {
  checkFields(body, 'A move of the clock', { optional: { advanceMs: isCount, stopped: isOneOf([true]) } })
  return body as ClockMove
}

/** Null for an empty body. */
async function readJson(exchange: Exchange): Promise<unknown> {
  const text = (await exchange.readBody()).toString('utf8')
  return text === '' ? null : JSON.parse(text)
}
