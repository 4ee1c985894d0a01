import { CircleCheck, PlugZap } from 'lucide-react'
import { useState } from 'react'
import { toWireError, type WireError } from '../../shared/errors.ts'
import type { ModelId } from '../../shared/ids.ts'
import { valueOr } from '../state/loaded.ts'
import { loadModels, testModel, useModels } from '../state/models.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { formatDuration } from '../ui/format.ts'
import { Select } from '../ui/select.tsx'

type Result =
  | { readonly kind: 'works'; readonly identity: string; readonly latencyMs: number }
  | { readonly kind: 'failed'; readonly error: WireError }

/** Really calls a model with a few tokens, as whoever is signed in, and says what came of it. */
export function TestConnection() {
  const models = useModels((state) => valueOr(state.list, undefined)?.models)?.filter(
    ({ provider }) => provider === 'bedrock',
  )
  const [chosen, setChosen] = useState<ModelId | null>(null)
  const [isTesting, setTesting] = useState(false)
  const [result, setResult] = useState<Result | null>(null)
  const modelId = models?.find(({ id }) => id === chosen)?.id ?? models?.[0]?.id
  const test = () => {
    if (modelId === undefined) return
    setTesting(true)
    setResult(null)
    callOnce(modelId)
      .then(setResult)
      .catch(console.error)
      .finally(() => setTesting(false))
  }
  return (
    <div className="space-y-3 rounded-xl bg-sunken p-4">
      <div className="flex flex-wrap items-center gap-2">
        {models !== undefined && modelId !== undefined && (
          <Select
            label="Model to test"
            className="min-w-0 flex-1"
            value={modelId}
            onChange={setChosen}
            options={models.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <Button isBusy={isTesting} disabled={modelId === undefined} onClick={test}>
          {!isTesting && <PlugZap aria-hidden />} Test the connection
        </Button>
      </div>
      <div aria-live="polite">
        {result === null && (
          <p className="text-xs text-muted">Sends a few tokens to this model. It may cost a fraction of a cent.</p>
        )}
        {result?.kind === 'works' && (
          <p className="flex gap-2 text-sm">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            <span className="min-w-0 wrap-anywhere">
              It works. The model answered in {formatDuration(result.latencyMs)}, called as {result.identity}.
            </span>
          </p>
        )}
        {result?.kind === 'failed' && <ErrorNote error={result.error} />}
      </div>
    </div>
  )
}

async function callOnce(modelId: ModelId): Promise<Result> {
  try {
    const { identity, latencyMs } = await testModel(modelId)
    // What the account offers may be known only now.
    await loadModels({ refresh: true })
    return { kind: 'works', identity, latencyMs }
  } catch (error) {
    return { kind: 'failed', error: toWireError(error) }
  }
}
