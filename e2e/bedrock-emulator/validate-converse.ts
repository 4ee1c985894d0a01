import { checkAttachments } from './check-attachments.ts'
import { checkContent } from './check-content.ts'
import { checkModelLimits } from './check-model-limits.ts'
import { checkRoles } from './check-roles.ts'
import { checkToolBlocks } from './check-tool-blocks.ts'
import { checkToolConfig } from './check-tool-config.ts'
import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './models.ts'
import { readConverseRequest } from './read-converse-request.ts'

/**
 * Judges a Converse body as the service does and throws its ValidationException for the first thing wrong, in the
 * service's words. Without a known model (behind an application profile) the model's own limits are not checked.
 */
export function validateConverse(body: unknown, model: EmulatedModel | undefined): ConverseRequest {
  const request = readConverseRequest(body)
  checkRoles(request)
  checkContent(request)
  checkToolConfig(request)
  checkToolBlocks(request)
  checkAttachments(request)
  if (model !== undefined) checkModelLimits(request, model)
  return request
}
