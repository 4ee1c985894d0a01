import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { PushEnvelope, Reply } from '../../shared/ipc/contract.ts'
import type { App } from '../app/create-app.ts'
import { connectClient, type ClientSession } from '../ipc/connect-client.ts'
import { channels } from './channels.ts'
import { refuseSender, type Sender } from './trusted-sender.ts'

/**
 * Carries the requests and pushes of the page in `window`, until it is closed. Each page that the window loads is a
 * client of its own: a reload or a crash ends the old one, whose runs go on.
 */
export function connectWindow(app: App, window: BrowserWindow): void {
  const contents = window.webContents
  const contentsId = contents.id
  let client: ClientSession | undefined

  function disconnect(): void {
    client?.close()
    client = undefined
  }

  function push(envelope: PushEnvelope): void {
    if (!contents.isDestroyed()) contents.send(channels.push, envelope)
  }

  contents.on('did-navigate', () => {
    disconnect()
    client = connectClient(app, push)
  })
  contents.on('render-process-gone', disconnect)
  window.on('closed', () => {
    disconnect()
    ipcMain.removeHandler(channels.request)
  })
  // Never rejects: of a rejection Electron carries nothing but its text across.
  ipcMain.handle(channels.request, async (event, envelope: unknown): Promise<Reply<unknown>> => {
    const sender = describeSender(event)
    const refusal = refuseSender(sender, contentsId)
    if (refusal === null && client !== undefined) return client.handle(envelope)
    app.log.write('warning', `A request was refused: ${refusal ?? 'its page is gone'}`, { url: sender.frame?.url })
    return unauthorized
  })
}

function describeSender({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  return {
    webContentsId: sender.id,
    frame: senderFrame && { isMain: senderFrame.parent === null, origin: senderFrame.origin, url: senderFrame.url },
  }
}

const unauthorized: Reply<never> = {
  ok: false,
  error: {
    code: 'UNAUTHORIZED',
    message: 'Only the app’s own page may ask this.',
    retryable: false,
    hint: 'Reload the window.',
  },
}
