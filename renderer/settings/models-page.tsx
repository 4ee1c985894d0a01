import type { Settings } from '../../shared/settings.ts'
import { Switch } from '../ui/switch.tsx'
import { changeSettings } from './change-settings.ts'
import { BedrockAccount } from './bedrock-account.tsx'
import { FailoverRegions } from './failover-regions.tsx'
import { LocalServers } from './local-servers.tsx'
import { Section } from './section.tsx'
import { TestConnection } from './test-connection.tsx'
import { WarmUpSection } from './warm-up-section.tsx'

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
            <FailoverRegions bedrock={bedrock} />
          </>
        )}
      </Section>
      <WarmUpSection wishes={settings.warmUp} />
      <LocalServers servers={settings.localServers} />
    </>
  )
}
