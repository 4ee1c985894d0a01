import { closeSettings, openSettings, useUi, type SettingsPage } from '../state/ui.ts'
import { valueOr } from '../state/loaded.ts'
import { useSettings } from '../state/settings.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SegmentedTabs } from './segmented-tabs.tsx'
import { GeneralPage } from './general-page.tsx'
import { ModelsPage } from './models-page.tsx'
import { PermissionsPage } from './permissions-page.tsx'

/** Everything a person can set. Each change acts at once; there is nothing to save. */
export function SettingsDialog() {
  const page = useUi((state) => state.settingsPage)
  const settings = useSettings((state) => valueOr(state.settings, undefined))
  if (page === null || settings === undefined) return null
  return (
    <Dialog isOpen onClose={closeSettings} title="Settings" size="large">
      <SegmentedTabs label="Settings" value={page} onChange={openSettings} tabs={tabs}>
        {page === 'general' && <GeneralPage settings={settings} />}
        {page === 'models' && <ModelsPage settings={settings} />}
        {page === 'permissions' && <PermissionsPage />}
      </SegmentedTabs>
    </Dialog>
  )
}

const tabs: readonly { readonly value: SettingsPage; readonly label: string }[] = [
  { value: 'general', label: 'General' },
  { value: 'models', label: 'Models and accounts' },
  { value: 'permissions', label: 'Permissions' },
]
