import { foundationModelArn } from './list-foundation-models.ts'
import { emulatedModels } from './models.ts'
import type { EmulatedModel, Geography } from './emulated-model.ts'
import { ServiceError } from './service-error.ts'

const defaultPageSize = 100
const geographyNames: Readonly<Record<Geography, string>> = {
  us: 'US',
  eu: 'EU',
  apac: 'APAC',
  au: 'AU',
  jp: 'JP',
  in: 'IN',
  global: 'Global',
}

const sources: Readonly<Record<Exclude<Geography, 'global'>, RegExp>> = {
  us: /^(us|ca)-(?!gov)/,
  eu: /^eu-/,
  apac: /^ap-/,
  au: /^ap-southeast-[24]$/,
  jp: /^ap-northeast-[13]$/,
  in: /^ap-south-[12]$/,
}

/** The system-defined profiles, in pages: `maxResults`, `nextToken` and `type` as the service takes them. */
export function listInferenceProfiles(query: URLSearchParams, region = 'us-east-1'): object {
  const type = query.get('type') ?? 'SYSTEM_DEFINED'
  const all = type === 'SYSTEM_DEFINED' ? emulatedModels.flatMap((model) => profilesOf(model, region)) : []
  const start = Number(query.get('nextToken') ?? 0)
  const size = Number(query.get('maxResults') ?? defaultPageSize)
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(size) || size < 1) {
    throw new ServiceError('ValidationException', 'The provided pagination token or page size is not valid.')
  }
  const end = start + size
  return {
    inferenceProfileSummaries: all.slice(start, end),
    ...(end < all.length ? { nextToken: String(end) } : {}),
  }
}

/** A region lists the profiles it is a source of, and no others. */
function profilesOf(model: EmulatedModel, region: string): object[] {
  const listed = model.profiles.filter((geography) => geography === 'global' || sources[geography].test(region))
  return listed.map((geography) => ({
    inferenceProfileId: `${geography}.${model.id}`,
    inferenceProfileArn: `arn:aws:bedrock:${region}:123456789012:inference-profile/${geography}.${model.id}`,
    inferenceProfileName: `${geographyNames[geography]} ${model.provider} ${model.name}`,
    description: `Routes requests to ${model.provider} ${model.name} in ${geographyNames[geography]}.`,
    createdAt: '2026-10-07T00:00:00Z',
    updatedAt: '2026-10-07T00:00:00Z',
    models: [{ modelArn: foundationModelArn(model, region) }],
    status: 'ACTIVE',
    type: 'SYSTEM_DEFINED',
  }))
}
