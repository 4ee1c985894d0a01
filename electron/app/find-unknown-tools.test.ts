import { expect, test } from 'vitest'
import { agentDefinition } from '../config/agent-definition.ts'
import { findUnknownTools } from './find-unknown-tools.ts'

const tools = [{ name: 'shell' }, { name: 'file_read' }]
const agent = (more: object) => agentDefinition.parse({ id: 'mine', name: 'N', description: 'D', prompt: 'P', ...more })

test('names each tool that an agent uses, denies or asks for and that does not exist', () => {
  const broken = agent({ tools: ['file_read', 'fly'], permissions: { deny: ['shel'], ask: ['fly', 'shell'] } })
  expect(findUnknownTools([agent({ tools: 'all' }), broken], tools)).toMatchObject([
    { code: 'CONFIG_INVALID', message: 'The agent mine names tools that do not exist: fly, shel.' },
  ])
})
