import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Emulator } from '../../e2e/bedrock-emulator/emulator.ts'
import { modelId } from '../../shared/ids.ts'

/** A model of the emulator, as the app names it. */
export const bedrockModelId = modelId.parse('bedrock:global.anthropic.claude-sonnet-5-5')

/** Settings with which a program answers with that model. */
export async function writeBedrockConfig(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const config = [
    `modelId: ${bedrockModelId}`,
    'agentId: general',
    'bedrock: { isEnabled: true, region: us-east-1, auth: { kind: default } }',
    '',
  ]
  await writeFile(path.join(dataDir, 'config.yml'), config.join('\n'))
}

/** With which it reaches the emulator and nothing else. */
export function emulatorEnvironment(emulator: Emulator): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: emulator.address,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
    AWS_SECRET_ACCESS_KEY: 'example',
  }
}
