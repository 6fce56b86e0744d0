/** Broken rules that nothing needs to notice, each with the reason; when one is noticed after all it has no place here. */

export const unneeded: Record<string, string> = {}
