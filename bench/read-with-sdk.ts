import {
  ConverseStreamCommand,
  type BedrockRuntimeClient,
  type ConverseStreamCommandInput,
} from '@aws-sdk/client-bedrock-runtime'
import { startStopwatch, type StreamSample } from './stream-sample.ts'

/** The least a program can do with a streamed answer: the AWS SDK's own loop, putting the text together. */
export async function readWithSdk(
  client: BedrockRuntimeClient,
  input: ConverseStreamCommandInput,
): Promise<StreamSample> {
  const watch = startStopwatch()
  let text = ''
  const { stream = [] } = await client.send(new ConverseStreamCommand(input))
  for await (const event of stream) {
    const piece = event.contentBlockDelta?.delta?.text
    if (piece === undefined) continue
    if (text === '') watch.firstDelta()
    text += piece
  }
  return watch.stop(text.length)
}
