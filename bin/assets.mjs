// Builds what browsers load, under names that change with the content, with a list of those names.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compile } from 'sass'
import { lighterTurbo } from './turbo.mjs'

const files = ['.woff2', '.svg', '.png', '.jpg', '.ico', '.webp', '.gif', '.webmanifest']
const compressible = /\.(js|css|svg|webmanifest)$/

/**
 * Writes public/* and assets.json, a map from a plain name (kith.css) to the path that serves it.
 * @example await buildAssets('/srv/kith', '/srv/kith/dist')
 */
export async function buildAssets(root, dist) {
  const made = await Promise.all([buildScripts(root, dist), buildStyles(root, dist)])
  const names = Object.assign({}, ...made.map(result => namesOf(result)))
  writeFileSync(join(dist, 'assets.json'), JSON.stringify(names, null, 2))
  compressAll(join(dist, 'public'))
}

function buildScripts(root, dist) {
  return build({
    ...shared(root, dist),
    entryPoints: { kith: join(root, 'src/ui/islands/index.ts') },
    target: ['es2022'],
    format: 'esm',
    plugins: [lighterTurbo],
    // What few pages need (GOV.UK's counter, the password's Show) is fetched by the pages that have it.
    splitting: true,
    chunkNames: 'part.[hash]',
  })
}

function buildStyles(root, dist) {
  const source = join(root, 'src/ui/styles/kith.scss')
  const loadPaths = ['', 'govuk-frontend/dist', '@ministryofjustice/frontend'].map(path => join(root, 'node_modules', path))
  const { css: whole } = compile(source, { loadPaths, style: 'expanded', quietDeps: true, silenceDeprecations: ['import'] })
  const css = without(leftOut(root), whole)
  return build({
    ...shared(root, dist),
    stdin: { contents: css, loader: 'css', resolveDir: join(root, 'src/ui/styles'), sourcefile: 'kith.css' },
    entryNames: 'kith.[hash]',
    external: ['data:*'],
  })
}

// Sizes and variants of GOV.UK's parts that no page of Kith has, and the colours it falls back on, which are all set here
// (_theme.scss), and what it says again to each part or to old browsers alone: a tenth of the style sheet that everybody fetches first.
function leftOut(root) {
  return JSON.parse(readFileSync(join(root, 'src/ui/styles/left-out.json'), 'utf8'))
}

function without(classes, css) {
  const kept = css.replaceAll(/([^{}@;]+)\{([^{}]*)\}/g, (_, selectors, rules) => {
    const wanted = selectors.split(/,(?![^(]*\))/).filter(selector => !classes.some(name => selector.includes(name)))
    return wanted.length > 0 ? `${wanted.join(',')}{${rules}}` : ''
  })
  return kept
    .replaceAll(/(?:font-family: inherit|-(?:webkit|moz-osx)-font-smoothing: \w+);/g, '')
    .replaceAll(/@supports not \((?:text-wrap|caret-color)[^{}]*\{[^{}]*\{[^{}]*\}\s*\}/g, '')
    .replaceAll(/[^{};]+\{\s*\}/g, '')
    .replaceAll(/@media[^{}]*\{\s*\}/g, '')
    .replaceAll(/var\((--govuk-[a-z-]+), #[0-9a-f]+\)/g, 'var($1)')
}

function shared(root, dist) {
  return {
    outdir: join(dist, 'public'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    metafile: true,
    // Beside the script, in a file that no page fetches.
    legalComments: 'external',
    publicPath: '/assets',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: Object.fromEntries(files.map(extension => [extension, 'file'])),
    logLevel: 'error',
  }
}

function namesOf(result) {
  const paths = Object.keys(result.metafile.outputs).map(path => basename(path))
  return Object.fromEntries(paths.map(path => [path.replace(/\.[A-Z0-9]{8}\./, '.'), `/assets/${path}`]))
}

function compressAll(folder) {
  for (const name of readdirSync(folder).filter(file => compressible.test(file))) {
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}
