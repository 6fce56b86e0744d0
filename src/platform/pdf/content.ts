/** What a PDF is made from: words in order, with what they are; how they look is the business of draw.ts. */

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** Paragraphs, one a line. */
  | { kind: 'words'; text: string; tone?: 'strong' | 'quiet' }
  | { kind: 'list'; items: string[] }

export interface PdfContent {
  /** The title of the document, for readers, tabs and search. */
  title: string
  /** Who sends it: at the head of every page. */
  agencyName: string
  /** Stands at the top and at the foot of every page. Source: Government Security Classifications. */
  marking: string
  /** At the foot of every page, such as a case reference. */
  footer: string
  blocks: Block[]
}
