import { expect, test } from 'vitest';
import { html } from './html.rules.ts';
import type { Content } from './letter.rules.ts';
import { oneLine, render } from './render.rules.ts';

const envelope = {
  language: 'en',
  name: 'Ada',
  code: 'AAAA-BBBB-CCCC-DDDD',
  brand: 'Atrio',
  origin: 'https://portal.example',
  isListed: true,
} as const;

const content: Content = {
  subject: 'Your invoice',
  lines: ['One line.', 'Another.'],
  facts: [['Amount', 'CHF 12.00']],
  action: { label: 'Pay', url: 'https://portal.example/pay?a=1&b=2' },
  closing: ['Thank you.'],
};

test('the plain text says all that the HTML says, and ends with the code', () => {
  const { text } = render(content, envelope);
  expect(text).toBe(`Hello Ada,

One line.

Another.

Amount: CHF 12.00

Pay:
https://portal.example/pay?a=1&b=2

Thank you.

-- ${'' /* the blank is what marks a signature */}
Atrio · https://portal.example
Code of this message: AAAA-BBBB-CCCC-DDDD
A message is from us only if you find it under My account → Messages with this code.
`);
});

test('a message sends nobody to a list that does not name it', () => {
  const { text, html: page } = render(content, { ...envelope, isListed: false });
  for (const said of [text, page]) {
    expect(said).toContain('Code of this message: AAAA-BBBB-CCCC-DDDD');
    expect(said).not.toContain('My account');
  }
});

test('what people typed is text in HTML, never markup', () => {
  const name = '<img src=x onerror=alert(1)>';
  const hostile = { ...content, lines: [`Dear ${name}`], subject: '"><script>' };
  const { html: page } = render(hostile, { ...envelope, name });
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<script');
  expect(page).toContain('Dear &lt;img src=x onerror=alert(1)&gt;');
});

test('a link that is no web address is shown, not linked', () => {
  const action = { label: 'Run', url: 'javascript:alert(1)' };
  const { html: page } = render({ ...content, action }, envelope);
  expect(page).not.toContain('href="javascript:');
  expect(page).toContain('Run: javascript:alert(1)');
});

test('an address in a link keeps its parameters, escaped', () => {
  expect(render(content, envelope).html).toContain('href="https://portal.example/pay?a=1&amp;b=2"');
});

test.for([
  'Hi\r\nBcc: all@example.com',
  'Hi\nBcc: all@example.com',
  'Hi\u2028Bcc: all@example.com',
])('a line break in a subject begins no header: %j', (subject) => {
  expect(render({ ...content, subject }, envelope).subject).toBe('Hi Bcc: all@example.com');
});

test('markup that was made by the template is not escaped again', () => {
  expect(html`<p>${html`<b>${'a & b'}</b>`}</p>`.source).toBe('<p><b>a &amp; b</b></p>');
});

test('a header is cut before it gets absurd', () => {
  expect(oneLine('x'.repeat(500))).toHaveLength(200);
});
