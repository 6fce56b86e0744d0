// Leaves out of Turbo what no page of Kith has: frames, fetching ahead, links that send forms, parts that are not kept, transitions, and its progress bar, whose style element the security policy forbids (the style sheet draws one). A sixth of the script that everybody fetches first.
import { readFileSync } from 'node:fs'

/** Each class with all that the rest of Turbo asks of it. */
const hollow = {
  FrameElement: '',
  FrameController: '',
  FrameRedirector: 'start() {} stop() {}',
  FrameRenderer: '',
  MorphingFrameRenderer: '',
  FormLinkClickObserver: 'start() {} stop() {}',
  LinkPrefetchObserver: 'start() {} stop() {}',
  PrefetchCache: 'clear() {}',
  Preloader: 'start() {} stop() {} preloadOnLoadLinksForView() {}',
  CacheObserver: 'start() {} stop() {}',
  ViewTransitioner: 'last = Promise.resolve(); renderChange(_, render) { return (this.last = this.last.then(render)) }',
  ProgressBar: 'setValue() {} show() {} hide() {}',
}

/** For esbuild. Fails when another version of Turbo no longer has one of them, so that each is looked at again. */
export const lighterTurbo = {
  name: 'lighter-turbo',
  setup(build) {
    build.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path }) => ({ contents: lighter(readFileSync(path, 'utf8')) }))
  },
}

/** @example lighter('class ProgressBar {\n  hide() { … }\n}\n') // 'class ProgressBar { setValue() {} … }\n' */
function lighter(turbo) {
  return Object.entries(hollow).reduce((left, [name, rest]) => {
    const whole = new RegExp(`^class ${name}( extends \\w+)? \\{\\n.*?^\\}$`, 'ms')
    if (!whole.test(left)) throw new Error(`Turbo has no class ${name} any more: see bin/turbo.mjs.`)
    return left.replace(whole, `class ${name}$1 { ${rest} }`)
  }, turbo)
}
