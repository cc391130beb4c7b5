// Any gateway for texts that takes a signed POST; operators put a few lines in front of theirs.
import { createHmac } from 'node:crypto';
import { TextRefused, type SmsGateway } from './gateway.ts';

const timeoutMs = 10_000;

/**
 * Hands texts to the operator's gateway as JSON, signed as webhooks are (standardwebhooks.com): the
 * HMAC-SHA-256 of id, time and body under the secret that both know.
 */
export function webhookGateway({ url, secret }: { url: string; secret: string }): SmsGateway {
  return {
    send: async ({ id, to, body: text, at }) => {
      const body = JSON.stringify({ id, to, text });
      const timestamp = Math.floor(at.getTime() / 1000).toString();
      const signed = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`);
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signed.digest('base64')}`,
        },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) return;
      const said = `the gateway answered ${response.status}`;
      throw isLasting(response.status) ? new TextRefused(said) : new Error(said);
    },
    verify: async () => {
      const asked = { method: 'HEAD', redirect: 'manual' } as const;
      const response = await fetch(url, { ...asked, signal: AbortSignal.timeout(timeoutMs) });
      const { status } = response;
      if (status >= 300 && status < 400) throw new Error('the gateway points elsewhere');
      // a door for POST may refuse to be looked at: it is there
      if (status >= 500 || status === 404) throw new Error(`the gateway answered ${status}`);
    },
  };
}

/** What 4xx means, except for “slower, please” and “that took too long”. */
const isLasting = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);
