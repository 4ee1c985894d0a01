import type { Config, Loader, LoggerInterface, View } from 'vega'
import type { JsonValue } from '../../../shared/schema.ts'
import { prepareSpec } from './prepare-spec.ts'

export type DrawnChart = {
  /** Fits the chart to a width in pixels, where its kind allows that. */
  resize(width: number): Promise<void>
  /** Frees what it holds. The element is the caller's. */
  finalize(): void
}

/**
 * Draws a Vega specification into an element. Throws when it cannot be drawn.
 *
 * Expressions are interpreted, never compiled: the page's policy forbids `eval`, and a specification comes from a
 * model. On a canvas, because that takes no markup from it either.
 */
export async function drawChart(
  element: HTMLElement,
  chart: { readonly vegaSpec: JsonValue; readonly theme: Config; readonly width: number },
): Promise<DrawnChart> {
  const [vega, { expressionInterpreter }] = await Promise.all([import('vega'), import('vega-interpreter')])
  const prepared = prepareSpec(chart.vegaSpec, chart.theme)
  if (prepared === undefined) throw new Error('The value is not a Vega specification.')
  const view: View = new vega.View(vega.parse(prepared.spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'canvas',
    container: element,
    hover: true,
    logger: strictLogger,
    loader: closedLoader,
  })
  const resize = async (width: number) => {
    if (!prepared.isFluid || width <= 0) return
    await view.width(width).runAsync()
  }
  if (prepared.isFluid && chart.width > 0) view.width(chart.width)
  await view.runAsync()
  return { resize, finalize: () => view.finalize() }
}

// Called without a level it is asked for its own, with one it is told: neither matters here.
function levelOf(level: number): LoggerInterface
function levelOf(): number
function levelOf(level?: number): LoggerInterface | number {
  return level === undefined ? 0 : strictLogger
}

// Vega only logs what fails inside a drawing and leaves an empty picture: here it is a failure to draw.
const strictLogger: LoggerInterface = {
  level: levelOf,
  error: (...reasons) => {
    throw reasons.find((reason) => reason instanceof Error) ?? new Error(reasons.join(' '))
  },
  warn: () => strictLogger,
  info: () => strictLogger,
  debug: () => strictLogger,
}

// A chart brings its data with it. One that asks for an address, an image or a link wants to reach out of the page.
const refuse = () => Promise.reject(new Error('A chart may not load anything.'))
const closedLoader: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse }
