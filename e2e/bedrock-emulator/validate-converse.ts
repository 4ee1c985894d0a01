import { checkAttachments } from './check-attachments.ts'
import { checkContent } from './check-content.ts'
import { checkInference } from './check-inference.ts'
import { checkRoles } from './check-roles.ts'
import { checkToolBlocks } from './check-tool-blocks.ts'
import { checkToolConfig } from './check-tool-config.ts'
import type { ConverseRequest } from './converse-request.ts'
import { readConverseRequest } from './read-converse-request.ts'

/**
 * Judges a Converse body as the service does and throws its ValidationException for the first thing wrong, in the
 * service's words. What only this or that model turns down is checked by validate-for-model.
 */
export function validateConverse(body: unknown): ConverseRequest {
  const request = readConverseRequest(body)
  checkRoles(request)
  checkContent(request)
  checkInference(request)
  checkToolConfig(request)
  checkToolBlocks(request)
  checkAttachments(request)
  return request
}
