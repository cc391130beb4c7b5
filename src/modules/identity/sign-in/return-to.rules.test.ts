import { expect, test } from 'vitest';
import { safeReturn } from './return-to.rules.ts';

const origin = 'https://portal.example';

test.for(['/', '/billing/invoices?status=open#top', '/o/org_1/home', '/a%20b'])(
  '[WB-04] %s is a place of ours',
  (path) => {
    expect(safeReturn(path, origin)).toBe(path);
  },
);

test.for([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%2fevil.example/..',
  '/\tevil',
  '/%09/evil.example',
  '/%0d%0aset-cookie:x',
  '/..//evil.example',
  '/.//evil.example',
  '/%2E%2E/%2F%2Fevil.example',
  '/%2e/%2e/%5Cevil.example',
  '/a/../..//evil.example',
  '/;/..//evil.example',
  '/\u0085evil',
  'https:/evil.example',
  'https:evil.example',
  'https://portal.example\\@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' /home',
  '/%',
  'home',
  '',
  '@evil.example',
  'https://portal.example@evil.example/',
])('[WB-04] %j leads home', (path) => {
  expect(safeReturn(path, origin)).toBe('/');
});
