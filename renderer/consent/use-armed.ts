import { useEffect, useState } from 'react'
import { createQuietTime } from './quiet-time.ts'

/** Whether the question on screen may be answered yet. */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    const quiet = createQuietTime({ hasFocus: () => document.hasFocus(), onArmed: setArmed })
    quiet.startOver()
    window.addEventListener('focus', quiet.startOver)
    window.addEventListener('blur', quiet.startOver)
    return () => {
      quiet.stop()
      window.removeEventListener('focus', quiet.startOver)
      window.removeEventListener('blur', quiet.startOver)
    }
  }, [])
  return isArmed
}
