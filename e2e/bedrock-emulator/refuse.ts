import { ServiceError } from './service-error.ts'

/** Turns a request down with the service's message. */
export function refuse(message: string): never {
  throw new ServiceError('ValidationException', message)
}

/** The form in which the service passes on what the model's provider objects to. */
export function refuseAsModel(message: string): never {
  refuse(`The model returned the following errors: ${message}`)
}

/** The form in which the service names a member that breaks its schema. */
export function refuseConstraint(value: string, place: string, constraint: string): never {
  refuse(`1 validation error detected: Value ${value} at '${place}' failed to satisfy constraint: ${constraint}`)
}
