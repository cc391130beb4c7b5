import { handle } from '#platform/jobs/jobs.ts';
import { documentBytes } from './document-bytes.ts';
import { renderDocumentJob } from './render-later.ts';

/** Makes a PDF before anybody asks for it. */
export const renderDocumentHandler = handle(renderDocumentJob, async ({ data, now, within }) => {
  const { bytes } = await documentBytes(within, data, now);
  bytes.destroy();
});
