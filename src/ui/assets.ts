// The addresses of the built browser files: assets.json says which hashed file each one is now.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

let known: Record<string, string> | undefined

/**
 * The address of a built file.
 * @example assetPath('kith.css') // "/assets/kith.4F1C09AB.css"
 */
export function assetPath(name: string): string {
  known ??= readNames()
  return known[name] ?? `/assets/${name}`
}

/** The built program runs from dist or dist/chunks; tests and the gallery run from src, where plain names will do. */
function readNames(): Record<string, string> {
  const places = [resolve(import.meta.dirname, 'assets.json'), resolve(import.meta.dirname, '../assets.json'), resolve('dist/assets.json')]
  const file = places.find(place => existsSync(place))
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
