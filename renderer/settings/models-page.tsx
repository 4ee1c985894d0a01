import type { Settings } from '../../shared/settings.ts'
import { Switch } from '../ui/switch.tsx'
import { changeSettings } from './change-settings.ts'
import { BedrockAccount } from './bedrock-account.tsx'
import { LocalServers } from './local-servers.tsx'
import { Section } from './section.tsx'
import { TestConnection } from './test-connection.tsx'

/** Where models come from, and as whom they are called. */
export function ModelsPage({ settings }: { readonly settings: Settings }) {
  const { bedrock } = settings
  return (
    <>
      <Section title="Amazon Bedrock">
        <Switch
          label="Use Amazon Bedrock"
          description="Your questions, and what agents read to answer them, are sent to your AWS account in the region you choose. AWS bills the tokens."
          isOn={bedrock.isEnabled}
          onChange={(isEnabled) => changeSettings({ bedrock: { ...bedrock, isEnabled } })}
        />
        {bedrock.isEnabled && (
          <>
            <BedrockAccount bedrock={bedrock} />
            <TestConnection />
          </>
        )}
      </Section>
      <LocalServers servers={settings.localServers} />
    </>
  )
}
