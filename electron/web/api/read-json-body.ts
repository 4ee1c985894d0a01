import type { IncomingMessage } from 'node:http'
import { AppError } from '../../../shared/errors.ts'
import { refuse, type Answer } from './reply.ts'

export type ReadBody =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly reply: Answer }

/** Attachments of 50 MB in base64: the page's own limit. */
export const maxBodyBytes = 72_000_000

/** Reads a request's JSON. Nothing past the limit is kept, whatever the request says about its length. */
export async function readJsonBody(request: IncomingMessage): Promise<ReadBody> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  // A form of another site can send text and forms without asking first, but not this type.
  if (!/^application\/json\s*(;|$)/i.test(type) || encoding !== 'identity')
    return refused(415, 'The body must be JSON, not compressed.', 'Send Content-Type: application/json.')
  const text = await readText(request)
  // The rest is read and dropped by the server: a connection closed in the middle would lose the answer.
  if (text === undefined)
    return refused(
      413,
      'The body is longer than 72 MB.',
      'Put large files into the opened folder, where tools read them.',
    )
  try {
    return { kind: 'read', value: JSON.parse(text) }
  } catch {
    return refused(400, 'The body is not valid JSON.', 'Look for a missing quote, brace or comma.')
  }
}

/** Undefined past the limit. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refused(status: number, message: string, hint: string): ReadBody {
  return { kind: 'refused', reply: refuse(status, new AppError('INVALID_REQUEST', message, { hint })) }
}
