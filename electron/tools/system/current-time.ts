import { AppError } from '../../../shared/errors.ts'
import { z } from '../../../shared/schema.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  timeZone: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('An IANA name such as "Europe/Berlin"; left out, this computer’s.'),
})

export const currentTime = defineTool({
  name: 'current_time',
  family: 'system',
  description: 'Gives the date and time now, with weekday and time zone. Use it whenever an answer depends on today.',
  input,
  powers: { reads: [], writes: [], output: 'trusted', isUndoable: true },
  timeoutMs: 5000,
  concurrency: 4,
  version: '1',
  load: async () => undefined,
  title: ({ timeZone }) => (timeZone === undefined ? 'Look at the clock' : 'Look at the clock in another time zone'),
  targets: async () => [],

  async *run({ timeZone }, context) {
    const now = context.now()
    const value = { utc: now.toISOString(), ...inZone(now, timeZone) }
    return { content: [{ type: 'json', value }] }
  },
})

function inZone(now: Date, timeZone: string | undefined): { timeZone: string; local: string; weekday: string } {
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('sv', { timeZone: zone, ...options }).format(now)
    return {
      timeZone: zone,
      // Swedish writes dates as ISO 8601 does.
      local: format({ dateStyle: 'short', timeStyle: 'medium' }),
      weekday: new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'long' }).format(now),
    }
  } catch (error) {
    throw new AppError('INVALID_REQUEST', `There is no time zone named ${JSON.stringify(timeZone)}.`, {
      hint: 'Use an IANA name such as "Europe/Berlin" or "UTC".',
      cause: error,
    })
  }
}
