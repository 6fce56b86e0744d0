/** Contact sheets: many pictures beside each other, so that all of them can be looked through and compared. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import type { Sizes } from './pictures.ts'

/** How many pictures stand beside each other on a sheet, and how many rows of them. */
const shape = (width: number): [columns: number, rows: number] => (width < 500 ? [6, 2] : width < 1200 ? [4, 3] : [3, 3])
const side = 1560

/**
 * Lays pictures on sheets, those of one width and theme together, in the folder `sheets` below theirs.
 * @example await laySheets(browser, '.kith/look/pictures/usual', sizes, ['cases', 'today'])
 */
export async function laySheets(browser: Browser, folder: string, { widths, themes }: Sizes, names: string[]): Promise<void> {
  rmSync(join(folder, 'sheets'), { recursive: true, force: true })
  mkdirSync(join(folder, 'sheets'), { recursive: true })
  const page = await browser.newPage({ viewport: { width: side, height: side } })
  page.setDefaultTimeout(0)
  for (const width of widths)
    for (const theme of themes) {
      const pictures = names.map(name => `${name}-${width}-${theme}.png`).filter(name => existsSync(join(folder, name)))
      const [columns, rows] = shape(width)
      for (let number = 0; number * columns * rows < pictures.length; number++) {
        const written = join(folder, 'sheets', 'sheet.html')
        writeFileSync(written, sheetOf(pictures.slice(number * columns * rows, (number + 1) * columns * rows), columns, rows))
        await page.goto(pathToFileURL(written).href)
        await page.screenshot({ path: join(folder, 'sheets', `${width}-${theme}-${String(number + 1).padStart(2, '0')}.png`) })
        rmSync(written)
      }
    }
  await page.close()
}

const sheetOf = (pictures: string[], columns: number, rows: number): string => `<!doctype html><style>
body { display: grid; grid-template: repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr)); gap: 8px; height: 100vh; margin: 0; background: #888; font: bold 12px sans-serif }
figure { margin: 0; overflow: hidden }
img { width: 100% }
</style>${pictures.map(name => `<figure><figcaption>${name.replace(/-\d+-\w+\.png$/, '')}</figcaption><img src="../${name}"></figure>`).join('')}`
