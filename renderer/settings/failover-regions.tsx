import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { awsRegion } from '../../shared/inference.ts'
import type { Settings } from '../../shared/settings.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { changeSettings } from './change-settings.ts'

type Bedrock = Settings['bedrock']

/** As many as the settings hold. */
const most = 5

/** Where the same model is asked when the usual region is overloaded or down. */
export function FailoverRegions({ bedrock }: { readonly bedrock: Bedrock }) {
  const [text, setText] = useState('')
  const { failoverRegions: regions } = bedrock
  const region = text.trim()
  const error = region === '' ? undefined : whatIsWrong(region, bedrock)
  const save = (failoverRegions: string[]) => changeSettings({ bedrock: { ...bedrock, failoverRegions } })
  return (
    <section aria-label="Other regions to fall back on" className="space-y-3">
      <div>
        <h4 className="text-sm font-medium">Other regions to fall back on</h4>
        <p className="mt-0.5 text-sm text-muted">
          When {bedrock.region} is overloaded or down, the same model is asked in these, in order.
          {regions.length === 0
            ? ' None are listed, so what you send stays where you chose.'
            : ' Your questions and what agents read are then sent and processed there.'}
        </p>
      </div>
      {regions.length > 0 && (
        <ol aria-label="Regions to fall back on" className="divide-y divide-line rounded-xl border border-line">
          {regions.map((one) => (
            <li key={one} className="flex items-center gap-3 py-1.5 pr-2 pl-4">
              <span className="min-w-0 flex-1 font-mono text-[13px]">{one}</span>
              <IconButton
                label={`Remove ${one}`}
                size="small"
                onClick={() => save(regions.filter((other) => other !== one))}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ol>
      )}
      {regions.length < most && (
        <form
          className="flex items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (region === '' || error !== undefined) return
            save([...regions, region])
            setText('')
          }}
        >
          <TextField
            className="min-w-0 flex-1"
            label="Region to add"
            isLabelHidden
            value={text}
            onChange={setText}
            placeholder="us-west-2"
            spellCheck={false}
            error={error}
          />
          <Button type="submit" disabled={region === '' || error !== undefined}>
            <Plus aria-hidden /> Add
          </Button>
        </form>
      )}
    </section>
  )
}

function whatIsWrong(region: string, bedrock: Bedrock): string | undefined {
  if (!awsRegion.safeParse(region).success) return 'A region looks like us-east-1 or eu-central-1.'
  if (region === bedrock.region) return 'This is the region that is asked first.'
  return bedrock.failoverRegions.includes(region) ? 'This region is in the list.' : undefined
}
