import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  checkedMinimum,
  faultOf,
  hashCost,
  isTooLong,
  minimumLength,
  needsRehash,
  normalized,
} from './password.rules.ts';

const words = ['Atrio', 'portal.example', 'Grace', 'Hopper', 'grace.hopper', 'example.org'];
const circumstances = { minimum: 15, words, isListed: () => false };
const judge = (password: string) => faultOf(normalized(password), circumstances);

test('[PW-01] fifteen characters where the password stands alone, eight where not', () => {
  expect(minimumLength({ isFactorForced: false })).toBe(15);
  expect(minimumLength({ isFactorForced: true })).toBe(8);
  expect(judge('tall green bus')).toEqual({ kind: 'short', minimum: 15 });
  expect(judge('tall green buss')).toBeUndefined();
});

test('[PW-01] an operator cannot ask for less than eight', () => {
  expect(checkedMinimum(8)).toBe(8);
  expect(() => checkedMinimum(7)).toThrow(/shorter than 8/);
});

test('[PW-02] 256 characters of any kind are accepted, one more is not', () => {
  const emoji = ['🦊', '🐙', '🌵', '🚲', '🎈', '🧀', '🪁'];
  const long = Array.from(
    { length: 256 },
    (_, index) => emoji[(index ** 2 + Math.floor(index / 7)) % 7],
  ).join('');
  expect(judge(long)).toBeUndefined();
  expect(judge(`${long}x`)).toEqual({ kind: 'long', maximum: 256 });
  expect(isTooLong('é'.repeat(256))).toBe(false);
});

test('[PW-03] length counts characters, and both spellings of one are the same', () => {
  expect(judge('🦊🐙🌵🚲🎈🧀🪁x')).toMatchObject({ kind: 'short' });
  expect(normalized('cafe\u0301')).toBe(normalized('café'));
});

const classes = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  signs: '!"#$%&()*+,-./:;<=>?@[]^_{|}~',
  greek: 'αβγδεζηθικλμνξοπρστυφχψω',
};

test.for(Object.entries(classes))('[PW-04] no other class is wanted beside %s', ([, letters]) => {
  for (let round = 0; round < 300; round++) {
    const password = Array.from({ length: 18 }, () => letters[randomInt(letters.length)]).join('');
    expect(judge(password), password).toBeUndefined();
  }
});

test.for([
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabca',
  'Password1Password1',
  'tall green bustall green bus',
  '123456789012345',
  'abcdefghijklmno',
  'zyxwvutsrqponmlkj',
  'qwertyuiopasdfgh',
  'qwertzuiopasdfgh',
  '1qaz2wsx3edc4rfv',
  'abc123456def78901',
])('[PW-05] %s is too simple', (password) => {
  expect(judge(password)).toEqual({ kind: 'simple' });
});

test.for([
  'Atrio2026!!!!!!!!',
  '***portal-example***',
  'Grace Hopper 1906!',
  'HopperGrace.1906.12',
  'repp0HecarG.1906.12',
  '4tr10-2026-2026-99',
  'grace.hopper12345678',
  'grace.hopper@example.org',
  'AtrioAtrio!!!!!2026',
])('[PW-06] %s is a name with decoration', (password) => {
  expect(judge(password)).toEqual({ kind: 'personal' });
});

test.for(['my atrio portal is open on Sundays', 'Grace told Alan about the moth'])(
  '[PW-06] a long phrase may contain a name: %s',
  (password) => {
    expect(judge(password)).toBeUndefined();
  },
);

test('[PW-05] a listed password is refused for that reason', () => {
  const isListed = (password: string) => password === 'correct horse battery';
  expect(faultOf('correct horse battery', { ...circumstances, isListed })).toEqual({
    kind: 'listed',
  });
});

test.for([
  ['$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', false],
  ['$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', false],
  ['$argon2id$v=19$m=4096,t=2,p=1$c2FsdA$aGFzaA', true],
  ['$argon2id$v=19$m=19456,t=1,p=1$c2FsdA$aGFzaA', true],
  ['$2b$10$abcdefghijklmnopqrstuv', true],
] as const)('[PW-11] %s needs another hash: %s', ([record, expected]) => {
  expect(needsRehash(record, hashCost)).toBe(expected);
});
