import { KeyRound } from 'lucide-react'
import { useEffect } from 'react'
import { useAppInfo } from '../state/app-info.ts'
import { loadGrants, useGrants } from '../state/grants.ts'
import { valueOr } from '../state/loaded.ts'
import { showFailure } from '../state/toasts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { GrantRow } from './grant-row.tsx'
import { ProgramsSection } from './programs-section.tsx'
import { Section } from './section.tsx'

/** What was allowed beyond one call, and which programs are signed in; and the way to take it back. */
export function PermissionsPage() {
  const isInBrowser = useAppInfo(({ info }) => valueOr(info, undefined)?.host === 'browser')
  return (
    <>
      <Grants />
      {/* The desktop app has no HTTP interface. */}
      {isInBrowser && <ProgramsSection />}
    </>
  )
}

function Grants() {
  const grants = useGrants((state) => state.grants)
  useEffect(reload, [])
  switch (grants.kind) {
    case 'loading':
      return (
        <div className="grid place-items-center py-16 text-muted">
          <Spinner label="Loading the permissions" />
        </div>
      )
    case 'failed':
      return <ErrorNote error={grants.error} onRetry={reload} />
    case 'ready':
      if (grants.value.length === 0) {
        return (
          <EmptyState icon={<KeyRound />} title="Nothing is allowed in advance">
            When an agent asks, “Allow in this conversation” and “Always allow” put a permission here.
          </EmptyState>
        )
      }
      return (
        <Section
          title="Allowed in advance"
          description="Each holds for one agent and covers exactly what it says. Revoking acts at once, also for work under way."
        >
          <ul className="divide-y divide-line rounded-xl border border-line">
            {grants.value
              .toSorted((a, b) => b.createdAt - a.createdAt)
              .map((grant) => (
                <GrantRow key={grant.id} grant={grant} />
              ))}
          </ul>
        </Section>
      )
  }
}

function reload(): void {
  loadGrants().catch(showFailure)
}
