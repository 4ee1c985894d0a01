/** How long a question is on screen, in a window that has the focus, before it can be answered. */
export const quietMs = 500

/**
 * Tells when a question may be answered: after the quiet time, and again not whenever the window loses the focus.
 *
 * Stops the click or key that was meant for something else, or that only brought the window to the front.
 */
export function createQuietTime({
  hasFocus,
  onArmed,
}: {
  readonly hasFocus: () => boolean
  readonly onArmed: (isArmed: boolean) => void
}): { readonly startOver: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    startOver: () => {
      clearTimeout(timer)
      onArmed(false)
      if (hasFocus()) timer = setTimeout(() => onArmed(true), quietMs)
    },
    stop: () => clearTimeout(timer),
  }
}
