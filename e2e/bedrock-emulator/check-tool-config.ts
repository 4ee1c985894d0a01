import type { ConverseRequest } from './converse-request.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseAsModel, refuseConstraint } from './refuse.ts'

const namePattern = /^[a-zA-Z0-9_-]{1,64}$/

/** Tools that are offered have a name of their own and an object schema. */
export function checkToolConfig({ toolConfig, messages = [] }: ConverseRequest): void {
  const hasToolBlocks = messages.some(({ content }) => content.some((block) => block.toolUse ?? block.toolResult))
  if (toolConfig === undefined) {
    if (hasToolBlocks) refuse('The toolConfig field must be defined when using toolUse and toolResult content blocks.')
    return
  }
  const { tools = [] } = toolConfig
  if (tools.length === 0) {
    refuseConstraint("'[]'", 'toolConfig.tools', 'Member must have length greater than or equal to 1')
  }
  const names = new Set<string>()
  tools.forEach(({ toolSpec }, index) => {
    if (toolSpec === undefined) return
    const { name, inputSchema } = toolSpec
    if (!namePattern.test(name)) {
      const place = `toolConfig.tools.${index + 1}.member.toolSpec.name`
      refuseConstraint(`'${name}'`, place, 'Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+')
    }
    if (names.has(name)) refuseAsModel('tools: Tool names must be unique.')
    names.add(name)
    if (!isRecord(inputSchema?.json) || inputSchema.json['type'] !== 'object') {
      refuse(
        `The value at toolConfig.tools.${index}.toolSpec.inputSchema.json.type must be one of the following: object.`,
      )
    }
  })
  checkToolChoice(toolConfig.toolChoice, names)
}

function checkToolChoice(toolChoice: ToolChoice, names: ReadonlySet<string>): void {
  if (toolChoice === undefined) return
  const choices = ['auto', 'any', 'tool'].filter((choice) => isRecord(toolChoice[choice]))
  if (choices.length !== 1) {
    refuse('The value at toolConfig.toolChoice must have exactly one of the following: auto, any, tool.')
  }
  const { tool } = toolChoice
  if (isRecord(tool) && !names.has(String(tool['name']))) {
    refuseAsModel(`Tool '${String(tool['name'])}' not found in provided tools`)
  }
}

type ToolChoice = NonNullable<ConverseRequest['toolConfig']>['toolChoice']
