import type { RunId } from '../../../shared/ids.ts'
import { messageText } from '../../../shared/messages.ts'
import type { RunState } from '../../../shared/run-events.ts'

/**
 * What the person wrote next after a run, as they wrote it; `undefined` while nothing followed. A run just begun whose
 * message has not come yet has answered too, with a text not known yet: ''.
 */
export function findReply(
  runId: RunId,
  { runIds, byId }: { readonly runIds: readonly RunId[]; readonly byId: Readonly<Record<string, RunState>> },
): string | undefined {
  const later = runIds.slice(runIds.indexOf(runId) + 1)
  // A continued run and a summary have nothing new from the person.
  const reply = later.find((id) => byId[id]?.messages[0]?.content.length !== 0)
  if (reply === undefined) return undefined
  const [message] = byId[reply]?.messages ?? []
  return message === undefined ? '' : messageText(message)
}
