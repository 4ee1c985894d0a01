import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { icnsFile } from './icons/icns-file.ts'
import { icoFile } from './icons/ico-file.ts'

// Draws every icon from `assets/icons/icon.svg`, so that packaging converts nothing: `node scripts/make-icons.ts`.
const folder = path.join(import.meta.dirname, '..', 'assets', 'icons')
const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8')

/** macOS sets icons on a grid with room around them, where other systems fill the square. */
const roomy = svg.replace('viewBox="0 0 1024 1024"', 'viewBox="-96 -96 1216 1216"')

function draw(source: string, size: number) {
  const png = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng()
  return { size, png: Buffer.from(png) }
}

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const full = sizes.map((size) => draw(svg, size))
for (const { size, png } of full.filter((picture) => picture.size >= 32 && picture.size <= 512))
  await writeFile(path.join(folder, `${size}x${size}.png`), png)
await writeFile(path.join(folder, 'icon.ico'), icoFile(full.filter((picture) => picture.size <= 256)))
await writeFile(path.join(folder, 'icon.icns'), icnsFile(sizes.map((size) => draw(roomy, size))))
