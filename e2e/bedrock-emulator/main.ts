import { parseArgs } from 'node:util'

import { startEmulator } from './emulator.ts'

const usage = 'Usage: npm run --silent emulator -- [--port N] [--help]'

const help = `${usage}

Speaks the Amazon Bedrock wire protocol on 127.0.0.1 until it is ended, without any model.

  --port N   the port to listen on; a free one unless told
  --help     this text

When it is ready it prints one line of JSON on standard output: {"address":"http://127.0.0.1:PORT"}.
How to point a client at it, and every control, is in docs/emulator.md.`

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, help: { type: 'boolean' } } })
  if (values.help === true) console.log(help)
  else await start(values.port)
} catch (error) {
  console.error(startFailure(error))
  process.exitCode = 2
}

/** Prints one line of JSON with the address when ready, and on standard error how to point the app at it. */
async function start(text: string): Promise<void> {
  const port = Number(text)
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`“${text}” is not a port between 0 and 65535.`)
  }
  const { address } = await startEmulator({ port })
  console.log(JSON.stringify({ address }))
  console.error(
    `To use it, start the app with AWS_ENDPOINT_URL_BEDROCK_RUNTIME=${address} AWS_ENDPOINT_URL_BEDROCK=${address}` +
      ' AWS_REGION=us-east-1 and any AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.' +
      ' It repeats what you say; “use tool NAME {json}” calls an offered tool.',
  )
}

function startFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The emulator cannot start: that port is in use. Choose another, or 0 for a free one.'
  return `The emulator cannot start: ${message}\n${usage}`
}
