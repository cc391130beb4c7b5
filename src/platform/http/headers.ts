/** On every answer (WB-03, SE-15). Static files lift the cache rule themselves. */
export function securityHeaders(origin: string): Record<string, string> {
  const https = origin.startsWith('https:');
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    vary: 'Sec-Fetch-Site, Origin',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/** The policy of a page: only what carries this response's nonce runs (WB-02, identity 3.23). */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // React and Mantine set element styles through the DOM, which CSP leaves alone; attributes in
    // HTML do not run
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'self' blob:",
  ].join('; ');
}
