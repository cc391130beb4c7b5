// Questions to services elsewhere. Never inside a transaction: jobs ask, and remember afterwards.

const timeoutMs = 10_000;
const mostBytes = 100_000;

/** What a service answers to a GET, as JSON; throws when it does not answer, so that jobs retry. */
export async function askJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  if (text.length > mostBytes) throw new Error(`${new URL(url).host} answered too much`);
  return JSON.parse(text);
}
