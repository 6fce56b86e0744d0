// When a page has taken another's place, the keyboard and the screen reader go on at its heading and not from nowhere.
type Rendered = CustomEvent<{ renderMethod: 'replace' | 'morph' }>

/**
 * Starts minding where the focus is. Once, for the life of the tab.
 * @example keepFocus()
 */
export function keepFocus(): void {
  let replaced = false
  document.addEventListener('turbo:render', event => {
    replaced = (event as Rendered).detail.renderMethod === 'replace'
  })
  document.addEventListener('turbo:load', () => {
    // A field that asks for the focus, a summary of errors, or what the address names has it already.
    if (replaced && document.activeElement === document.body) startAtHeading()
    replaced = false
  })
}

function startAtHeading(): void {
  const heading = document.querySelector<HTMLElement>('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
