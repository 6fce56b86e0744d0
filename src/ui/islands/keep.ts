// Keeps people's work through Turbo's morphing refresh: a form is kept whole or replaced whole, never morphed inside.
import { inUse } from './fields.ts'
import { isSorted, replaceSorted } from './sorted.ts'
import { type FetchResponse, signedOut } from './turbo.ts'

type MorphEvent = CustomEvent<{ currentElement: Element; newElement?: Element }>
type SubmitEnd = CustomEvent<{ success: boolean; fetchResponse?: FetchResponse }>
type AttributeEvent = CustomEvent<{ attributeName: string }>

const waiting = new Map<HTMLFormElement, Element>()
const tables = new Map<Element, Element>()
const answered = new WeakSet<HTMLFormElement>()

/**
 * Starts guarding the page. Once, for the life of the tab.
 * @example keepWork()
 */
export function keepWork(): void {
  document.addEventListener('turbo:before-morph-element', event => beforeElement(event as MorphEvent))
  document.addEventListener('turbo:before-morph-attribute', event => beforeAttribute(event as unknown as AttributeEvent))
  document.addEventListener('turbo:morph', replaceWaiting)
  document.addEventListener('turbo:submit-end', event => afterSubmit(event as SubmitEnd))
  document.addEventListener('input', event => answered.delete((event.target as HTMLInputElement).form as HTMLFormElement))
}

/**
 * Whether the server has taken in what was sent: saved, or refused with the words sent back.
 * @example if (arrived(event.detail)) forgetDraft()
 */
export function arrived({ fetchResponse }: { fetchResponse?: FetchResponse }): boolean {
  return fetchResponse !== undefined && fetchResponse.response.status < 500 && !signedOut(fetchResponse.response)
}

/** The answer's own form, empty after a save and filled after a refusal, may now take this one's place. */
function afterSubmit({ target, detail }: SubmitEnd): void {
  if (!(target instanceof HTMLFormElement) || !arrived(detail)) return
  answered.add(target)
  if (!detail.success) return
  target.removeAttribute('data-refused')
  target.reset()
}

function beforeElement(event: MorphEvent): void {
  const { currentElement: now, newElement: fresh } = event.detail
  if (now instanceof HTMLFormElement) {
    beforeForm(event, now, fresh)
    return
  }
  // The wrong place to be clever: a part that holds unsent words stays, even when the server no longer shows it.
  if (!fresh && [...now.querySelectorAll('form')].some(busy)) event.preventDefault()
  // GOV.UK's and MOJ's scripts have put listeners and nodes into these; they cannot be undone, only kept or replaced whole.
  if (fresh && isInitialised(now)) event.preventDefault()
  if (fresh && isSorted(now)) tables.set(now, fresh.cloneNode(true) as Element)
  if (fresh && now.hasAttribute('data-morph-keep')) event.preventDefault()
}

/** Half-morphing would pair new hidden fields (a version) with old words, and so overwrite a colleague without a warning. */
function beforeForm(event: MorphEvent, form: HTMLFormElement, fresh?: Element): void {
  if (!fresh && !busy(form)) return
  event.preventDefault()
  if (fresh && !busy(form) && !form.isEqualNode(fresh)) waiting.set(form, fresh.cloneNode(true) as Element)
}

function busy(form: HTMLFormElement): boolean {
  return !answered.has(form) && inUse(form)
}

function replaceWaiting(): void {
  for (const [form, fresh] of waiting) {
    const at = form.contains(document.activeElement) ? document.activeElement : null
    // Buttons have no id: theirs is the same place in the form.
    const place = [...form.elements].indexOf(at as Element)
    if (fresh.hasAttribute('data-refused')) carryFiles(form, fresh)
    form.replaceWith(fresh)
    const next = (at?.id && document.getElementById(at.id)) || (fresh as HTMLFormElement).elements[place]
    if (at && next instanceof HTMLElement) next.focus({ preventScroll: true })
  }
  waiting.clear()
  for (const [table, fresh] of tables) replaceSorted(table, fresh)
  tables.clear()
}

/** A server cannot send a chosen file back, so the field that holds it moves over. */
function carryFiles(from: HTMLFormElement, to: Element): void {
  for (const field of from.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    if (field.files?.length) to.querySelector(`input[type=file][name="${CSS.escape(field.name)}"]`)?.replaceWith(field)
  }
}

/** Open sections stay as the reader left them; marks that say "already started" must survive, or scripts start twice. */
function beforeAttribute(event: AttributeEvent): void {
  const { attributeName: name } = event.detail
  const on = event.target as Element
  const ours = name === 'open' && on.matches('details, dialog')
  const mark = /^data-.+-init$/.test(name) || (name === 'class' && on === document.body)
  if (ours || mark) event.preventDefault()
}

function isInitialised(element: Element): boolean {
  return element.getAttributeNames().some(name => /^data-.+-init$/.test(name))
}
