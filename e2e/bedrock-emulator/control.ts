import type { EmulatorControls } from './emulator-controls.ts'
import type { Exchange } from './exchange.ts'
import { ControlError } from './control-error.ts'
import { parseFault } from './parse-fault.ts'
import { parseReplies, parseReply } from './parse-reply.ts'
import { parseSettings } from './parse-settings.ts'
import { sendJson } from './send-json.ts'

/**
 * The fixture's controls over HTTP, for when the emulator is another process; bodies have the fixture's shapes.
 * `POST /_emulator/{script,default-reply,fault,configure,reset}` answer 204 or 400 with what is wrong in the body;
 * `GET /_emulator/requests` answers the captured requests.
 */
export async function serveControl(exchange: Exchange, controls: EmulatorControls): Promise<void> {
  const action = `${exchange.method} ${exchange.url.pathname}`
  if (action === 'GET /_emulator/requests') return sendJson(exchange, controls.requests)
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
  'POST /_emulator/reset': (controls) => controls.reset(),
}

/** Null for an empty body. */
async function readJson(exchange: Exchange): Promise<unknown> {
  const text = (await exchange.readBody()).toString('utf8')
  return text === '' ? null : JSON.parse(text)
}
