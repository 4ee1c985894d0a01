import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { pageHeaders } from './content-security-policy.ts'
import { pageScheme } from './page-address.ts'
import { pageFile } from './page-file.ts'

/** Must be called before the app is ready. Standard and secure: the page gets an origin of its own, and its rules. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }])
}

/** Serves the built page in `root`, and nothing else, under its scheme. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(pageScheme, (request) => answerPageRequest(request, root))
}

async function answerPageRequest({ method, url }: Request, root: string): Promise<Response> {
  const found = method === 'GET' ? pageFile(url, root) : null
  const body = found && (await readFile(found.file).catch(() => null))
  if (found === null || body === null)
    return new Response('Not found', { status: 404, headers: { ...pageHeaders, 'content-type': 'text/plain' } })
  return new Response(new Uint8Array(body), { headers: { ...pageHeaders, 'content-type': found.type } })
}
