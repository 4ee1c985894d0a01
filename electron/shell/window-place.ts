import { z } from '../../shared/schema.ts'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const savedPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
})
export type SavedPlace = z.infer<typeof savedPlace>

/** Without `x` and `y` the system centres the window. */
export type WindowPlace = {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

export const minimumSize = { width: 720, height: 480 }
const usualSize = { width: 1360, height: 880 }

/**
 * Where the window opens: where it was, moved and shrunk as far as needed to lie wholly on the display it overlaps most.
 * Where that display is gone (another dock, a projector), it opens at its usual size in the middle of the first one.
 *
 * `workAreas` are the displays' usable parts, the main one first.
 */
export function windowPlace(saved: SavedPlace | undefined, workAreas: readonly Rectangle[]): WindowPlace {
  const [main] = workAreas
  const home = saved && workAreas.toSorted((a, b) => overlap(saved, b) - overlap(saved, a))[0]
  if (saved === undefined || home === undefined || overlap(saved, home) === 0)
    return {
      width: Math.min(usualSize.width, main?.width ?? usualSize.width),
      height: Math.min(usualSize.height, main?.height ?? usualSize.height),
      isMaximized: saved?.isMaximized ?? false,
    }
  const width = clamp(saved.width, Math.min(minimumSize.width, home.width), home.width)
  const height = clamp(saved.height, Math.min(minimumSize.height, home.height), home.height)
  return {
    x: clamp(saved.x, home.x, home.x + home.width - width),
    y: clamp(saved.y, home.y, home.y + home.height - height),
    width,
    height,
    isMaximized: saved.isMaximized,
  }
}

/** The area two rectangles share. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
