import { useLayoutEffect } from 'react'
import { useSettings } from '../state/settings.ts'
import { useMediaQuery } from '../ui/use-media-query.ts'

/** Light or dark, as the settings or the system say: `data-theme` on <html> is all the styles look at. */
export function usePageTheme(): void {
  const wanted = useSettings(({ settings }) => (settings.kind === 'ready' ? settings.value.theme : 'system'))
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const theme = wanted === 'system' ? (isSystemDark ? 'dark' : 'light') : wanted
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}
