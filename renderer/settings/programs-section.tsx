import type { ApiSession } from '../../shared/ipc/contract.ts'
import { loadApiSessions, useApiSessions } from '../state/api-sessions.ts'
import { showFailure } from '../state/toasts.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { ProgramRow } from './program-row.tsx'
import { Section } from './section.tsx'

/** The programs that use this app over HTTP. The list keeps itself up to date. */
export function ProgramsSection() {
  const list = useApiSessions((state) => state.list)
  return (
    <Section
      title="Programs"
      description="Programs that signed in to this app’s HTTP interface with a link of yours. They can ask agents and read conversations until they are ended or the app closes."
    >
      {list.kind === 'failed' && <ErrorNote error={list.error} onRetry={reload} />}
      {list.kind === 'ready' && <Programs sessions={list.value} />}
    </Section>
  )
}

function Programs({ sessions }: { readonly sessions: readonly ApiSession[] }) {
  if (sessions.length === 0) return <p className="text-sm text-muted">No program is signed in.</p>
  return (
    <ul aria-label="Programs" className="divide-y divide-line rounded-xl border border-line">
      {sessions
        .toSorted((a, b) => b.since - a.since)
        .map((session) => (
          <ProgramRow key={session.id} session={session} />
        ))}
    </ul>
  )
}

function reload(): void {
  loadApiSessions().catch(showFailure)
}
