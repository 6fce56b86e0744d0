/** All that other slices may use of pointers. It rests on no other slice, so that cases may use it. */
export { findPointer, type Pointer } from './queries.ts'
export { type Headline, HeadlinePage, PointerPage } from './views.tsx'
