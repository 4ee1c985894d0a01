import { FastForward, Hand, Monitor, Moon, Sun } from 'lucide-react'
import type { Settings } from '../../shared/settings.ts'
import { useAppInfo } from '../state/app-info.ts'
import { valueOr } from '../state/loaded.ts'
import { changeSettings } from './change-settings.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { Section } from './section.tsx'

/** How the app looks, and when it asks. */
export function GeneralPage({ settings }: { readonly settings: Settings }) {
  const info = useAppInfo((state) => valueOr(state.info, undefined))
  return (
    <>
      <Section title="Appearance">
        <ChoiceCards
          label="Theme"
          value={settings.theme}
          onChange={(theme) => changeSettings({ theme })}
          choices={[
            { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
            { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
            { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
          ]}
        />
      </Section>
      <Section title="Safety" description="Reading the folder you opened never asks. For everything else:">
        <ChoiceCards
          label="When agents ask"
          value={settings.consentMode}
          onChange={(consentMode) => changeSettings({ consentMode })}
          choices={[
            {
              value: 'ask',
              label: 'Ask',
              icon: <Hand aria-hidden />,
              description: 'Every change, command and request asks first, unless you allowed exactly that before.',
            },
            {
              value: 'auto',
              label: 'Auto',
              icon: <FastForward aria-hidden />,
              description:
                'Changes in your folder that can be undone, and sandboxed commands, go ahead. Once a conversation has read anything from outside, such as a web page, it asks again. What leaves this machine always asks.',
            },
          ]}
        />
      </Section>
      {info !== undefined && (
        <Section title="About">
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
            <dt className="text-muted">Version</dt>
            <dd>{info.version}</dd>
            <dt className="text-muted">Your data is in</dt>
            <dd className="font-mono text-[13px] wrap-anywhere">{info.dataDir}</dd>
          </dl>
        </Section>
      )}
    </>
  )
}
