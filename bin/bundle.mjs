// Bundles TypeScript for the pinned Node, leaving packages where npm put them.
import { build } from 'esbuild'

/**
 * Writes one program for each entry, with what they share beside them.
 * @example await bundle(root, { main: 'src/main.ts' }, 'dist')
 */
export function bundle(root, entryPoints, outdir, plugins = []) {
  return build({
    entryPoints,
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node26',
    format: 'esm',
    chunkNames: 'chunks/[hash]',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    loader: { '.sql': 'text' },
    plugins,
    sourcemap: 'linked',
    logLevel: 'error',
  })
}
