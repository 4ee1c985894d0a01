import { useEffect, useState } from 'react'

/** How long a question is on screen, in a window that has the focus, before it can be answered. */
export const quietMs = 500

/**
 * Whether the question may be answered yet. False again whenever the window loses the focus, and for the quiet time
 * after it comes back.
 *
 * Stops clickjacking by timing: the click or key that was meant for something else, or only brought the window to the
 * front, must not answer.
 */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const startOver = () => {
      clearTimeout(timer)
      setArmed(false)
      if (document.hasFocus()) timer = setTimeout(() => setArmed(true), quietMs)
    }
    startOver()
    window.addEventListener('focus', startOver)
    window.addEventListener('blur', startOver)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', startOver)
      window.removeEventListener('blur', startOver)
    }
  }, [])
  return isArmed
}
