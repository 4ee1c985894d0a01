import { z } from 'zod'

// zod 4 probes `new Function` for its fast path; the page's Content-Security-Policy forbids that and would
// log a violation on every start. This module is the only one that imports zod, so the switch always comes first.
z.config({ jitless: true })

export { z }

/** Any value JSON can carry. Tool inputs and results are made of these. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export const jsonValue = z.json() as unknown as z.ZodType<JsonValue>
