import { useState } from 'react'
import type { ApiSession } from '../../shared/ipc/contract.ts'
import { allowAnswers, endApiSession } from '../state/api-sessions.ts'
import { showFailure } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { formatAgo } from '../ui/format.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { Switch } from '../ui/switch.tsx'
import { useNow } from '../ui/use-now.ts'

/** One program: what it calls itself, since when it is here, and what it may do. */
export function ProgramRow({ session }: { readonly session: ApiSession }) {
  const { id, userAgent, since, lastUsedAt, mayAnswer } = session
  const now = useNow(30_000)
  const [isBusy, setBusy] = useState(false)
  const act = (action: Promise<void>) => {
    setBusy(true)
    action.catch(showFailure).finally(() => setBusy(false))
  }
  return (
    <li className="space-y-3 px-4 py-3">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          {/* A program may call itself anything. */}
          <p className="text-sm font-medium">
            {userAgent === '' ? 'A program without a name' : <RevealedText text={userAgent} />}
          </p>
          <p className="mt-0.5 text-xs text-muted">
            Signed in {formatAgo(since, now)} · last used {formatAgo(lastUsedAt, now)}
          </p>
        </div>
        <Button size="small" disabled={isBusy} onClick={() => act(endApiSession(id))}>
          End
        </Button>
      </div>
      <Switch
        label="May answer questions"
        description="It can then allow or deny in your place whatever an agent asks about, without you seeing it first."
        isOn={mayAnswer}
        disabled={isBusy}
        onChange={(isOn) => act(allowAnswers(id, isOn))}
      />
    </li>
  )
}
