import { describe, expect, test } from 'vitest'
import { costOf } from '../../shared/usage.ts'
import { modelInfo } from '../../shared/models.ts'
import { bedrockCatalog, describeUnknownBedrockModel, findModel } from './catalog.ts'
import { bedrockModels } from './catalog-data.ts'

const idsIn = (region: string): string[] => bedrockCatalog(region).map((model) => model.endpointModelId)

describe('the built-in catalog', () => {
  test.each([
    ['us-east-1', 'us.anthropic.claude-sonnet-5-5'],
    ['ca-central-1', 'us.anthropic.claude-sonnet-5-5'],
    ['eu-central-1', 'eu.anthropic.claude-sonnet-5-5'],
    ['ap-southeast-2', 'au.anthropic.claude-opus-5-5'],
    ['ap-northeast-1', 'jp.anthropic.claude-opus-5-5'],
    ['ap-northeast-1', 'apac.amazon.nova-lite-v1:0'],
    ['ap-south-1', 'in.anthropic.claude-opus-5'],
    ['sa-east-1', 'global.anthropic.claude-sonnet-5-5'],
  ])('offers in %s the profile %s', (region, id) => {
    expect(idsIn(region)).toContain(id)
  })

  test('offers no profile of another geography, and none without a prefix', () => {
    expect(idsIn('eu-west-1').filter((id) => !/^(eu|global)\./.test(id))).toEqual([])
  })

  test('offers nothing that leaves GovCloud', () => {
    expect(idsIn('us-gov-west-1')).toEqual([])
  })

  test('holds only entries the contract takes, each once', () => {
    const models = bedrockCatalog('us-east-1')
    for (const model of models) expect(modelInfo.parse(model)).toEqual(model)
    expect(new Set(models.map((model) => model.id)).size).toBe(models.length)
  })

  test('never offers a temperature or topP to a Claude that refuses them', () => {
    const newest = /claude-(fable|(opus|sonnet|haiku)-5|opus-4-[78])/
    const wrong = bedrockModels.filter(
      ({ baseId, accepts }) => newest.test(baseId) && (accepts.temperature || accepts.topP),
    )
    expect(wrong).toEqual([])
  })
})

describe('prices', () => {
  const prompt = (inputTokens: number) => ({ inputTokens, outputTokens: 1000, cacheReadTokens: 0, cacheWriteTokens: 0 })

  test('of a geography are a tenth above those of the global profile', () => {
    expect(findModel('us.anthropic.claude-sonnet-5-5', 'us-east-1')?.price).toEqual({
      input: 2.2,
      output: 11,
      cacheRead: 0.11,
      cacheWrite: 2.75,
      cacheWriteHour: 4.4,
    })
    expect(findModel('global.anthropic.claude-sonnet-5-5', 'us-east-1')?.price).toMatchObject({ input: 2, output: 10 })
  })

  test('of GovCloud are a fifth above', () => {
    const price = findModel('us-gov.anthropic.claude-sonnet-5-5', 'us-gov-west-1')?.price
    expect(price).toMatchObject({ input: 2.4, output: 12 })
  })

  test('of Haiku 5.5 change for the whole request above 100,000 tokens', () => {
    const price = findModel('global.anthropic.claude-haiku-5-5', 'us-east-1')?.price
    expect(costOf(prompt(100_000), price)).toEqual({ kind: 'priced', usd: 0.0105 })
    expect(costOf(prompt(100_001), price)).toEqual({ kind: 'priced', usd: (100_001 * 0.5 + 1000 * 2.5) / 1e6 })
  })

  test('known for the United States only stay unknown elsewhere', () => {
    expect(findModel('amazon.nova-pro-v1:0', 'us-west-2')?.price).toMatchObject({ input: 0.8 })
    expect(findModel('eu.amazon.nova-pro-v1:0', 'eu-west-1')).not.toHaveProperty('price')
    expect(findModel('amazon.nova-pro-v1:0', 'eu-west-1')).not.toHaveProperty('price')
  })
})

describe('naming a model', () => {
  test('works by the ARN of a profile or of a foundation model', () => {
    const profile = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5'
    expect(findModel(profile, 'us-east-1')).toMatchObject({
      id: `bedrock:${profile}`,
      endpointModelId: profile,
      label: 'Claude Opus 5 (US)',
      price: { input: 5.5 },
    })
    const foundation = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5'
    expect(findModel(foundation, 'us-east-1')?.label).toBe('Claude Opus 5')
  })

  test('an application profile is not guessed at', () => {
    expect(findModel('arn:aws:bedrock:us-east-1:1:application-inference-profile/abc123', 'us-east-1')).toBeUndefined()
  })

  test('an unknown model is sent nothing it may refuse and has no price', () => {
    const model = describeUnknownBedrockModel('us.vendor.newest-v9:0')
    expect(modelInfo.parse(model)).toEqual(model)
    expect(model).toMatchObject({
      label: 'vendor.newest-v9:0 (US)',
      accepts: { tools: true, images: false, temperature: false, topP: false, reasoning: 'none' },
    })
    expect(model).not.toHaveProperty('price')
  })
})
