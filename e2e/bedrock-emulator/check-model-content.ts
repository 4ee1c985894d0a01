import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseAsModel } from './refuse.ts'

/** What this model turns down of the conversation, its tools and the form of its answer. */
export function checkModelContent(request: ConverseRequest, model: EmulatedModel, isStream: boolean): void {
  const { messages = [], toolConfig, outputConfig = {} } = request
  const { limits, inputModalities, provider } = model
  const hasImage = messages.some(({ content }) => content.some((block) => block.image !== undefined))
  if (hasImage && !inputModalities.includes('IMAGE')) {
    refuse(
      "This model doesn't support the image content block that you provided. Update the content block and try again.",
    )
  }
  if (limits.tools === 'whole') checkPlainTools(toolConfig, isStream)
  if (outputConfig['textFormat'] !== undefined && !limits.structuredOutput) {
    refuse(
      "This model doesn't support the outputConfig.textFormat field. Remove outputConfig.textFormat and try again.",
    )
  }
  const last = messages.at(-1)
  if (last?.role !== 'assistant') return
  if (limits.refusesPrefill) {
    refuseAsModel(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    )
  }
  if (provider === 'Anthropic' && /\s$/.test(last.content.at(-1)?.text ?? '')) {
    refuseAsModel('messages: final assistant content cannot end with trailing whitespace')
  }
}

function checkPlainTools(toolConfig: ConverseRequest['toolConfig'], isStream: boolean): void {
  if (toolConfig === undefined) return
  if (isStream) refuse("This model doesn't support tool use in streaming mode.")
  const forced = ['any', 'tool'].find((choice) => isRecord(toolConfig.toolChoice?.[choice]))
  if (forced === undefined) return
  const field = `toolConfig.toolChoice.${forced}`
  refuse(`This model doesn't support the ${field} field. Remove ${field} and try again.`)
}
