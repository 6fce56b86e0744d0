/** The thread that draws one PDF, so that the pages of everybody else do not wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfContent } from './content.ts'
import { drawPdf } from './draw.ts'

const bytes = await drawPdf(workerData as PdfContent)
parentPort?.postMessage(bytes, [bytes.buffer])
