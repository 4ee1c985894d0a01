import type { JsonValue } from '../../../shared/schema.ts'
import { chartSpec } from './chart-spec.ts'
import type { DrawnChart } from './data-engine.ts'
import type { DataWorkerMethods } from './data-worker-methods.ts'
import { renderSvg } from './render-svg.ts'

/** Compiles a chart to Vega and draws it when asked to. Expressions are interpreted, never made into code. */
export async function drawChart({
  chart,
  format,
  fontFile,
}: DataWorkerMethods['drawChart']['input']): Promise<DrawnChart> {
  const { compile } = await import('vega-lite')
  const { spec } = compile(chartSpec(chart))
  // A copy as plain JSON: what the page is given must be data and nothing else.
  const vegaSpec = JSON.parse(JSON.stringify(spec)) as JsonValue
  if (format === null) return { vegaSpec, image: null }
  const svg = await renderSvg(vegaSpec)
  return { vegaSpec, image: format === 'svg' ? Buffer.from(svg) : await renderPng(svg, fontFile) }
}

/** Twice the size, for screens that have twice the pixels. */
async function renderPng(svg: string, fontFile: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    // One font of our own, so that a picture looks the same on every machine.
    font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: 'DejaVu Sans' },
  })
  return image.render().asPng()
}
