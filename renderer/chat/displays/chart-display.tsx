import { useEffect, useRef, useState } from 'react'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { RevealedText } from '../../ui/revealed-text.tsx'
import { chartColours, chartTheme } from './chart-theme.ts'
import { drawChart, type DrawnChart } from './draw-chart.ts'
import { useDrawnTheme } from './use-drawn-theme.ts'

type ChartDisplayData = Extract<ToolDisplay, { readonly kind: 'chart' }>
type State = 'drawing' | 'drawn' | 'failed'

/** A chart in the page's own colours, as wide as there is room. Screen readers get its sentence. */
export function ChartDisplay({ display }: { readonly display: ChartDisplayData }) {
  // A canvas keeps the colours it was drawn in: another theme is another drawing.
  return <Chart key={useDrawnTheme()} display={display} />
}

function Chart({ display }: { readonly display: ChartDisplayData }) {
  const frame = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('drawing')
  useEffect(() => (frame.current === null ? undefined : keepDrawn(frame.current, display, setState)), [display])
  return (
    <figure className="space-y-2">
      {state === 'failed' ? (
        <p className="rounded-lg bg-sunken px-3.5 py-3 text-sm text-muted">
          This chart could not be drawn here. It shows: <RevealedText text={display.alt} />
        </p>
      ) : (
        <div role="img" aria-label={display.alt} className="relative min-h-40 overflow-x-auto">
          {state === 'drawing' && (
            <div className="absolute inset-0 grid place-items-center text-muted">
              <Spinner />
            </div>
          )}
          <div
            ref={frame}
            className="[&_canvas]:block"
            // From the first layout on: whoever measures it does so before anything can be drawn.
            style={state === 'drawing' ? { minHeight: heights.get(display) } : undefined}
          />
        </div>
      )}
      {display.savedAs !== undefined && (
        <figcaption className="text-xs text-muted">
          Saved as <RevealedText text={display.savedAs} className="font-mono" />
        </figcaption>
      )}
    </figure>
  )
}

/** How high each chart was drawn. */
const heights = new WeakMap<ChartDisplayData, number>()

/**
 * Draws, follows the frame's width, and returns what undoes both. A chart that is drawn again, because it was scrolled
 * away or told anew, keeps its room meanwhile: what is below it would jump up and down.
 */
function keepDrawn(element: HTMLElement, display: ChartDisplayData, onState: (state: State) => void): () => void {
  let isGone = false
  let chart: DrawnChart | undefined
  const fail = (error: unknown) => {
    console.error(error)
    if (!isGone) onState('failed')
  }
  // An element of its own for each drawing: one that is still under way cannot draw into the next.
  const target = document.createElement('div')
  element.append(target)
  const remember = () => {
    // Nothing that has left the page has a height.
    if (element.offsetHeight > 0) heights.set(display, element.offsetHeight)
  }
  const observer = new ResizeObserver(() => {
    chart?.resize(element.clientWidth).then(remember).catch(fail)
  })
  const draw = async () => {
    const theme = chartTheme(chartColours(element))
    chart = await drawChart(target, { vegaSpec: display.vegaSpec, theme, width: element.clientWidth })
    if (isGone) return chart.finalize()
    element.style.minHeight = ''
    remember()
    onState('drawn')
    observer.observe(element)
  }
  draw().catch(fail)
  return () => {
    isGone = true
    observer.disconnect()
    element.style.minHeight = `${element.offsetHeight}px`
    chart?.finalize()
    target.remove()
  }
}
