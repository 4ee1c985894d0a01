import { driveRun } from '../electron/agent/driven-run.fixture.ts'
import { openRunOutbox, type RunOutbox } from '../electron/ipc/run-outbox.ts'
import type { Client } from '../renderer/bridge/client.ts'
import { followRun, type RunFollower } from '../renderer/bridge/follow-run.ts'
import type { RunBatch } from '../shared/ipc/contract.ts'
import type { RunEvent, RunState } from '../shared/run-events.ts'

/** What a page shows at the end, and how often it had to start afresh on the way. */
export type Followed = { readonly state: RunState | undefined; readonly reloads: number; readonly losses: number }

/**
 * Has a page follow a run through the app's own outbox and the page's own follower, while the page is reloaded,
 * its connection breaks with what was on its way, and frames come late, all at random.
 *
 * @param events From `run-started` to `run-ended`.
 * @param random From 0 to below 1; decides everything, so that equal numbers give an equal course.
 */
export async function followWithReloads(events: readonly RunEvent[], random: () => number): Promise<Followed> {
  const [started, ...rest] = events
  if (started === undefined) throw new Error('There is no run without events.')
  const run = driveRun([started])
  const wire = openWire(run)
  let page = openPage(wire)
  let reloads = 0
  let losses = 0
  for (let at = 0; at < rest.length;) {
    const next = at + 1 + Math.floor(random() * 6)
    run.happen(...rest.slice(at, next))
    at = next
    if (random() < 0.6) await page.showFrame()
    const fate = random()
    if (wire.isBroken()) {
      if (fate < 0.5) wire.mend(page.follower)
    } else if (fate < 0.04) {
      page.follower.stop()
      page = openPage(wire)
      reloads++
    } else if (fate < 0.16) {
      wire.break()
      losses++
    }
  }
  if (wire.isBroken()) wire.mend(page.follower)
  for (let isMoving = true; isMoving && page.state()?.stop == null;) isMoving = await page.showFrame()
  page.follower.stop()
  return { state: page.state(), reloads, losses }
}

type Wire = {
  readonly client: Client
  isBroken(): boolean
  /** What is sent from now on is lost, and so are the page's acknowledgements. */
  break(): void
  /** A page whose connection comes back attaches again. */
  mend(follower: RunFollower): void
}

/** The host's end as `connectClient` keeps it, and a connection that carries text. */
function openWire(run: Parameters<typeof openRunOutbox>[0]): Wire {
  const listeners = new Set<(batch: RunBatch) => void>()
  let outbox: RunOutbox | undefined
  let isBroken = false
  const send = (batch: RunBatch): void => {
    const text = JSON.stringify(batch)
    if (isBroken) return
    for (const listener of listeners) listener(JSON.parse(text) as RunBatch)
  }
  const client = {
    request: async (name: string, input: { readonly seq?: number }) => {
      // Not at once: a reply comes over the wire.
      await Promise.resolve()
      if (isBroken) throw new Error('The connection is gone.')
      if (name === 'run.acknowledge') outbox?.acknowledge(input.seq ?? 0)
      if (name !== 'run.attach') return
      outbox?.close()
      outbox = openRunOutbox(run, send)
    },
    onPush: (_name: string, listener: (batch: RunBatch) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Client
  return {
    client,
    isBroken: () => isBroken,
    break: () => void (isBroken = true),
    mend(follower) {
      isBroken = false
      follower.reattach()
    },
  }
}

type Page = {
  readonly follower: RunFollower
  state(): RunState | undefined
  /** Draws what came; false when nothing waited to be drawn. */
  showFrame(): Promise<boolean>
}

function openPage({ client }: Wire): Page {
  let state: RunState | undefined
  let frames: (() => void)[] = []
  const follower = followRun(
    { client, runId: 'run_1' as RunBatch['runId'], nextFrame: (callback) => void frames.push(callback) },
    // Asked into a broken connection: the one that follows asks again.
    { onState: (next) => void (state = next), onLost: async () => {} },
  )
  return {
    follower,
    state: () => state,
    async showFrame() {
      await onTheWire()
      const due = frames
      frames = []
      for (const draw of due) draw()
      await onTheWire()
      return due.length > 0
    },
  }
}

/** Until everything under way has arrived. */
async function onTheWire(): Promise<void> {
  for (let hop = 0; hop < 4; hop++) await Promise.resolve()
}
