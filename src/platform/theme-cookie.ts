/** Light or dark, as somebody chose it in this browser. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

/** @example themeOf(c) // 'dark', or undefined: as the device says */
export function themeOf(c: Context): 'light' | 'dark' | undefined {
  const kept = getCookie(c, themeCookie)
  return kept === 'light' || kept === 'dark' ? kept : undefined
}

export const themeCookie = 'kith-theme'
