import { expect, test } from 'vitest';
import { variables } from '#platform/settings/variables.ts';
import { serviceAt } from './push-service.rules.ts';

const hosts = variables.pushHosts.schema.parse(variables.pushHosts.fallback);

test.for([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC',
  'https://web.push.apple.com/QOJ1yZ',
])('[AT-23] the push services of browsers are listed: %s', (endpoint) => {
  expect(serviceAt(endpoint, hosts)?.href).toBe(endpoint);
});

test.for([
  ['plain', 'http://fcm.googleapis.com/fcm/send/abc'],
  ['another port', 'https://fcm.googleapis.com:8443/fcm/send/abc'],
  ['a name and a password', 'https://me:secret@fcm.googleapis.com/fcm/send/abc'],
  ['a name alone', 'https://me@fcm.googleapis.com/fcm/send/abc'],
  ['this machine', 'https://127.0.0.1/'],
  ['this machine by name', 'https://localhost/'],
  ['this machine by IPv6', 'https://[::1]/'],
  ['the metadata address', 'http://169.254.169.254/latest/meta-data/'],
  ['the metadata address by TLS', 'https://169.254.169.254/latest/meta-data/'],
  ['an address in decimals', 'https://2130706433/'],
  ['a private network', 'https://10.0.0.1/'],
  ['a name that ends alike', 'https://evilpush.apple.com/'],
  ['a listed name in front', 'https://fcm.googleapis.com.evil.example/'],
  ['a listed name in the path', 'https://evil.example/fcm.googleapis.com'],
  ['below a name that stands alone', 'https://evil.fcm.googleapis.com/'],
  ['another scheme', 'file:///etc/passwd'],
  ['no address', 'fcm.googleapis.com'],
])('[AT-23] %s is no push service', ([, endpoint]) => {
  expect(serviceAt(endpoint ?? '', hosts)).toBeUndefined();
});

test('one that is tried out on this machine counts with its port, and nothing beside it', () => {
  const here = ['http://127.0.0.1:4567'];
  expect(serviceAt('http://127.0.0.1:4567/phone', here)?.port).toBe('4567');
  expect(serviceAt('http://127.0.0.1:4568/phone', here)).toBeUndefined();
  expect(serviceAt('http://x@127.0.0.1:4567/phone', here)).toBeUndefined();
});

test.for(['http://10.0.0.1:80', 'https://evil.example', '10.0.0.1', '*', 'fcm.googleapis.com/a'])(
  'an operator cannot list %s',
  (host) => {
    expect(variables.pushHosts.schema.safeParse(host).success).toBe(false);
  },
);
