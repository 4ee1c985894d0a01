import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelList } from '../../../shared/models.ts'
import { startChatServer, type ChatServer } from './chat-server.test-server.ts'
import { listLocalModels } from './list-local-models.ts'

let chat: ChatServer

beforeAll(async () => {
  chat = await startChatServer()
})
afterAll(() => chat.close())

describe('the models of a local server', () => {
  test('are free, named after its address, and described as far as it tells', async () => {
    chat.setModels(
      JSON.stringify({
        data: [{ id: 'qwen3-vl:8b' }, { id: 'gemma:2b', meta: { n_ctx_train: 8192 } }, { id: 'unknown' }],
      }),
    )
    chat.setAbilities({ 'qwen3-vl:8b': ['completion', 'tools', 'vision'], 'gemma:2b': ['completion'] })
    const { models, source } = await listLocalModels(server(), never)
    expect(source).toEqual({ provider: 'openai', label: 'Ollama', origin: 'server' })
    expect(modelList.parse({ models, sources: [source] }).models).toEqual(models)
    const { host } = new URL(chat.baseUrl)
    expect(models).toMatchObject([
      { id: `openai:${host}/qwen3-vl:8b`, price: 'free', accepts: { tools: true, images: true } },
      { id: `openai:${host}/gemma:2b`, contextTokens: 8192, accepts: { tools: false, images: false } },
      { id: `openai:${host}/unknown`, accepts: { tools: true, images: false } },
    ])
  })

  test.each(['<html></html>', '{}', '{"data":7}'])('are none when it answers %s, and it says why', async (body) => {
    chat.setModels(body)
    const { models, source } = await listLocalModels(server(), never)
    expect(models).toEqual([])
    expect(source.problem).toBe(
      'Ollama sent something this app does not understand. Check its address in Settings and its version, then retry.',
    )
  })

  test('leave out an entry that has no usable name', async () => {
    chat.setModels(JSON.stringify({ data: [{ id: '' }, { id: 'x'.repeat(400) }, {}, { id: 'good' }] }))
    expect((await listLocalModels(server(), never)).models.map((model) => model.label)).toEqual(['good'])
  })

  test('are none when it is not running, and it says what to start', async () => {
    const nobody = await startChatServer()
    await nobody.close()
    const { models, source } = await listLocalModels({ label: 'Ollama', baseUrl: nobody.baseUrl }, never)
    expect(models).toEqual([])
    expect(source.problem).toBe(
      `Nothing answers at ${nobody.baseUrl}. Start Ollama (run “ollama serve” in a terminal), then retry.`,
    )
  })

  test('are not waited for when cancelled', async () => {
    await expect(listLocalModels(server(), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

const never = new AbortController().signal

function server(): { label: string; baseUrl: string } {
  return { label: 'Ollama', baseUrl: `${chat.baseUrl}/` }
}
