import { AppError } from '../../../shared/errors.ts'
import type { z } from '../../../shared/schema.ts'

/** What a schema makes of an input. `INVALID_REQUEST` says which part of it does not fit, and why. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown, where: string): z.infer<Schema> {
  const checked = schema.safeParse(input)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const place = [where, ...(issue?.path ?? [])].join('.')
  throw new AppError('INVALID_REQUEST', `${place}: ${issue?.message ?? 'does not fit'}`, {
    hint: 'GET /v1/openapi.json describes every request.',
  })
}
