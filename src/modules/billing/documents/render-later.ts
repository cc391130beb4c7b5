import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { Tx } from '#platform/database/tx.ts';
import { documentKey, type DocumentKey } from './document.rules.ts';

/** Makes the PDF of a document, in the document's own language. */
export const renderDocumentJob = defineJob('billing.render-document', documentKey);

/** Has the PDF made after the commit, so that the first download finds it. */
export async function renderLater(tx: Tx, key: DocumentKey): Promise<void> {
  await enqueue(tx, renderDocumentJob, key);
}
