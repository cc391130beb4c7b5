/**
 * The address of a push service that this instance may ask, or nothing: a client chose it, so that
 * only listed hosts count, by HTTPS, at the usual port, without a name and a password (AT-23).
 */
export function serviceAt(endpoint: string, hosts: readonly string[]): URL | undefined {
  if (!URL.canParse(endpoint)) return undefined;
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '') return undefined;
  // one that is tried out on this machine
  if (hosts.includes(url.origin)) return url;
  const isUsual = url.protocol === 'https:' && url.port === '';
  return isUsual && hosts.some((host) => isNamed(url.hostname, host)) ? url : undefined;
}

function isNamed(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
