// What a form holds as typed: reading it, putting it back, and telling whether anything would be lost.
export type Typed = Record<string, string | string[]>

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Things a browser must not keep (passwords), cannot put back (files), or that the server alone decides (hidden fields). */
const left = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'])

/**
 * Whether leaving this form now would lose somebody's work.
 * @example if (inUse(form)) event.preventDefault()
 */
export function inUse(form: HTMLFormElement): boolean {
  return form.hasAttribute('data-refused') || form.contains(typingIn()) || fieldsOf(form).some(changed)
}

/**
 * What was typed, by field name; only fields that differ from what the server sent.
 * @example localStorage.setItem(key, JSON.stringify(typed(form)))
 */
export function typed(form: HTMLFormElement): Typed {
  const kept: Typed = {}
  const names = new Set(
    keepable(form)
      .filter(changed)
      .map(field => field.name),
  )
  for (const field of keepable(form).filter(one => names.has(one.name))) {
    if (isChoice(field)) kept[field.name] = [...(kept[field.name] ?? []), ...(field.checked ? [field.value] : [])]
    else kept[field.name] = field.value
  }
  return kept
}

/**
 * Puts typed words back, and says whether that changed anything. What somebody has typed meanwhile is newer, and stays.
 * @example restore(form, JSON.parse(kept))
 */
export function restore(form: HTMLFormElement, kept: Typed): boolean {
  const newer = typed(form)
  const before = JSON.stringify(newer)
  for (const field of keepable(form)) {
    const value = kept[field.name]
    if (value === undefined || field.name in newer) continue
    if (isChoice(field)) field.checked = value.includes(field.value)
    else if (typeof value === 'string') field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return JSON.stringify(typed(form)) !== before
}

function keepable(form: HTMLFormElement): Field[] {
  return fieldsOf(form).filter(field => field.name && !left.has(field.type))
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(one => one.matches('input, textarea, select')) as Field[]
}

function changed(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return selectChanged(field)
  if (field.type === 'file') return Boolean((field as HTMLInputElement).files?.length)
  if (left.has(field.type) && field.type !== 'password') return false
  return isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

/** With no option marked as selected, a list starts at its first one. */
function selectChanged(field: HTMLSelectElement): boolean {
  const options = [...field.options]
  const start = options.findLast(option => option.defaultSelected) ?? options[0]
  return !field.multiple && start !== undefined && !start.selected
}

function isChoice(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio'
}

function typingIn(): Element | null {
  const at = document.activeElement
  return at?.matches('textarea, select, input:not([type=submit], [type=button])') ? at : null
}
