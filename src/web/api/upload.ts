import { useState } from 'react';
import {
  headersFor,
  insist,
  splitRoute,
  type AnswerOf,
  type Attempt,
  type Input,
  type RouteName,
} from './client.ts';
import { queryClient } from './queries.ts';
import { unreachable } from './refusal.ts';
import { useRefusalText } from './refusal-text.ts';

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
  const key = crypto.randomUUID();
  const attempt: Attempt = async (work) => send({ method, url, key, work, file }, onProgress);
  const response = await insist(attempt, { method, url });
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<N>;
}

type Sending = {
  readonly method: string;
  readonly url: string;
  readonly key: string;
  readonly work: string | undefined;
  readonly file: File;
};

async function send(
  { method, url, key, work, file }: Sending,
  onProgress: (share: number) => void,
): Promise<Response> {
  const headers = {
    ...(await headersFor({ method, url }, { key, work })),
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
    request.addEventListener('load', () => resolve(responseOf(request)));
    request.send(file);
  });
}

/** As fetch would give it. */
function responseOf(request: XMLHttpRequest): Response {
  const { status } = request;
  const requestId = request.getResponseHeader('x-request-id');
  const headers = requestId === null ? {} : { 'x-request-id': requestId };
  return new Response(status === 204 ? null : request.responseText, { status, headers });
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
      const answer = await upload(name, input, file, setProgress);
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

/** Hands bytes that a route gave to the browser's downloads. */
export function saveBlob(blob: unknown, fileName: string): void {
  if (!(blob instanceof Blob)) return;
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
  link.click();
  URL.revokeObjectURL(address);
}
