import { z } from '../schema.ts'

/** What travels over the browser host's socket, as JSON text. Ids are the page's own, returned unchanged. */
export const socketRequest = z.strictObject({
  kind: z.literal('request'),
  id: z.string().max(100),
  envelope: z.unknown(),
})
export type SocketRequest = z.infer<typeof socketRequest>

export const socketFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), id: z.string(), reply: z.unknown() }),
  z.object({ kind: z.literal('push'), envelope: z.unknown() }),
])
export type SocketFrame = z.infer<typeof socketFrame>
