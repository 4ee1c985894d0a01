import type { SettingsPatch } from '../../shared/settings.ts'
import { updateSettings } from '../state/settings.ts'
import { showFailure } from '../state/toasts.ts'

/** Changes settings for a control that acts at once: a failure is told, and the control shows what still holds. */
export function changeSettings(patch: SettingsPatch): void {
  updateSettings(patch).catch(showFailure)
}
