import type { Session } from 'electron'
import { allowPermission } from './allow-permission.ts'
import { allowRequest } from './allow-request.ts'

/** Takes from the page's session everything the page has no use for: the network, devices, permissions, downloads. */
export function lockDownSession(
  session: Session,
  { hasDevTools, platform }: { readonly hasDevTools: boolean; readonly platform: NodeJS.Platform },
): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !allowRequest(details.url, { hasDevTools }) }),
  )
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(allowPermission(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requester) => allowPermission(permission, requester))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('will-download', (event) => event.preventDefault())
  // Its dictionaries come from the network; macOS has its own.
  if (platform !== 'darwin') session.setSpellCheckerEnabled(false)
}
