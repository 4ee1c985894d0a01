/** A body sent to the control surface that it cannot use; the message says where and why. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
}
