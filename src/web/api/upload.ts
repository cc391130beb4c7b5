import { useState } from 'react';
import { headersFor, splitRoute, type AnswerOf, type Input, type RouteName } from './client.ts';
import { sideOf } from './door.ts';
import { queryClient } from './queries.ts';
import { ApiRefusal, refusalFrom, unreachable } from './refusal.ts';
import { useRefusalText } from './refusal-text.ts';
import { proveAgain } from './proof.ts';

/**
 * A file as the raw body, its name in X-File-Name; XMLHttpRequest, because fetch tells no progress.
 */
export async function upload<N extends RouteName>(
  name: N,
  input: Input<N>,
  file: File,
  onProgress: (share: number) => void,
): Promise<AnswerOf<N>> {
  const { method, url } = splitRoute(name, input);
  const headers = {
    ...(await headersFor(method, url, crypto.randomUUID())),
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(file.name),
  };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as AnswerOf<N>);
      else reject(refusalFrom(answer, request.getResponseHeader('x-request-id')));
    });
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Upload<N extends RouteName> = {
  readonly send: (input: Input<N>, file: File) => Promise<AnswerOf<N> | undefined>;
  /** 0 … 1 while bytes travel. */
  readonly progress: number | undefined;
  readonly failure: string | undefined;
};

/** Sends one file at a time and tells how far it is. */
export function useUpload<N extends RouteName>(name: N): Upload<N> {
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const refusalText = useRefusalText();

  async function send(input: Input<N>, file: File): Promise<AnswerOf<N> | undefined> {
    setError(undefined);
    setProgress(0);
    try {
      const { url } = splitRoute(name, input);
      const answer = await withProof(url, () => upload(name, input, file, setProgress));
      void queryClient.invalidateQueries();
      return answer;
    } catch (refusal) {
      setError(refusal);
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }
  return { send, progress, failure: error === undefined ? undefined : refusalText(error) };
}

async function withProof<T>(url: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.kind !== 'step-up') throw error;
    if (!(await proveAgain(sideOf(url), error))) throw error;
    return attempt();
  }
}

/** Hands bytes that a route gave to the browser's downloads. */
export function saveBlob(blob: unknown, fileName: string): void {
  if (!(blob instanceof Blob)) return;
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  URL.revokeObjectURL(address);
}
