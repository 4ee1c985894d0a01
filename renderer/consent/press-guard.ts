/**
 * Decides whether a click counts as an answer: only when the press that made it began on this very button while it
 * could already be answered. Keys count when pressed afresh there; a held key that repeats does not.
 *
 * Stops a press that began before the question appeared, or on something that lay where the button is now.
 */
type PressGuard = {
  /** Browsers tell of presses on a disabled button, too: those do not count. */
  readonly pointerDown: (button: { readonly isArmed: boolean }) => void
  readonly pointerCancel: () => void
  /** True when the key must be ignored. */
  readonly refusesKey: (key: { readonly repeat: boolean }) => boolean
  /** `detail` is 0 for keyboards and assistive technology, which press no pointer. */
  readonly accepts: (click: { readonly detail: number; readonly isTrusted: boolean }) => boolean
}

export function createPressGuard(): PressGuard {
  let isPressedHere = false
  return {
    pointerDown: ({ isArmed }) => {
      isPressedHere = isArmed
    },
    pointerCancel: () => {
      isPressedHere = false
    },
    refusesKey: ({ repeat }) => repeat,
    accepts: ({ detail, isTrusted }) => {
      const wasPressedHere = isPressedHere
      isPressedHere = false
      // A click made by a script is nobody's answer.
      return isTrusted && (detail === 0 || wasPressedHere)
    },
  }
}
