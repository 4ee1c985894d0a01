import { useEffect } from 'react'
import { roomQueries, setInspectorOpen, setSidebarOpen } from '../state/ui.ts'

/** A panel that loses its room closes, so that it does not suddenly cover the chat; one that gets room opens. */
export function useRoomForPanels(): void {
  useEffect(() => {
    const sidebar = window.matchMedia(roomQueries.sidebar)
    const inspector = window.matchMedia(roomQueries.inspector)
    const onSidebar = () => setSidebarOpen(sidebar.matches)
    const onInspector = () => setInspectorOpen(inspector.matches)
    sidebar.addEventListener('change', onSidebar)
    inspector.addEventListener('change', onInspector)
    return () => {
      sidebar.removeEventListener('change', onSidebar)
      inspector.removeEventListener('change', onInspector)
    }
  }, [])
}
