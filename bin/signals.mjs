// Carries Ctrl-C and SIGTERM to a child, and notices when the parent is gone.
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Sends on to a child the signals that a terminal or a supervisor gives to us.
 * @example const stopPassing = passSignals(child)
 */
export function passSignals(child) {
  const pass = signal => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}

/**
 * Ends this process in the ordinary way when the one that started it is killed outright.
 * @example watchParent()
 */
export function watchParent() {
  if (process.env.KITH_PARENT_PIPE) watchPipe(Number(process.env.KITH_PARENT_PIPE))
  else if (process.env.npm_lifecycle_event) watchNpm()
}

function watchPipe(descriptor) {
  delete process.env.KITH_PARENT_PIPE
  const pipe = new Socket({ fd: descriptor, readable: true, writable: false })
  pipe.on('close', leave).on('error', leave)
  pipe.resume().unref()
}

// npm runs us through a shell, and npm killed with -9 would leave both behind for nobody to see.
function watchNpm() {
  const ancestors = ancestry()
  setInterval(() => ancestry() !== ancestors && leave(), 1000).unref()
}

function ancestry() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]
  } catch {
    return ''
  }
}

function leave() {
  process.kill(process.pid, 'SIGTERM')
}
