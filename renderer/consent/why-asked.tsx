import { CircleHelp, FolderLock, Globe, KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConsentQuestion, ContentSource } from '../../shared/consent.ts'
import { RevealedText } from '../ui/revealed-text.tsx'

/** Why this call asks, which permission came close, and what of the conversation could be misused or leak. */
export function WhyAsked({ question }: { readonly question: ConsentQuestion }) {
  const foreign = question.sources.filter((source) => source.kind === 'foreign')
  const mine = question.sources.filter((source) => source.kind === 'workspace')
  return (
    <ul className="space-y-2 text-sm">
      <Reason icon={<CircleHelp />}>
        <RevealedText text={question.reason} />
      </Reason>
      {question.uncovered !== undefined && (
        <Reason icon={<KeyRound />}>
          <RevealedText text={question.uncovered} />
        </Reason>
      )}
      {foreign.length > 0 && (
        <Reason icon={<Globe />} isWarning>
          The agent has read words from outside, which may try to steer it: <Sources sources={foreign} />
        </Reason>
      )}
      {mine.length > 0 && (
        <Reason icon={<FolderLock />} isWarning={foreign.length > 0}>
          It has also read files of yours, which could leave with this: <Sources sources={mine} />
        </Reason>
      )}
    </ul>
  )
}

function Reason({
  icon,
  isWarning = false,
  children,
}: {
  readonly icon: ReactNode
  readonly isWarning?: boolean
  readonly children: ReactNode
}) {
  return (
    <li className="flex gap-2.5">
      <span aria-hidden className={`mt-0.5 [&_svg]:size-4 ${isWarning ? 'text-warning' : 'text-muted'}`}>
        {icon}
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </li>
  )
}

function Sources({ sources }: { readonly sources: readonly ContentSource[] }) {
  return sources.map((source, at) => (
    <span key={at}>
      {at > 0 && ', '}
      <RevealedText text={source.label} className="font-mono text-[13px]" />
    </span>
  ))
}
