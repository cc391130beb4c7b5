import { expect, test } from 'vitest';
import { fromCursor, placeInTime, toCursor } from './cursor.ts';
import { fromUuid, idOf, toUuid } from './ids.ts';
import { newId } from './new-id.ts';

const at = new Date('2026-03-31T12:00:00Z');

test('an id says what it identifies and survives the database', () => {
  const id = newId('inv', at);
  expect(idOf('inv').parse(id)).toBe(id);
  expect(fromUuid('inv', toUuid(id))).toBe(id);
  expect(toUuid(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
});

test('a payment’s id is no invoice’s id', () => {
  expect(idOf('inv').safeParse(newId('pay', at)).success).toBe(false);
  expect(idOf('inv').safeParse('inv_1').success).toBe(false);
});

test('ids made one after the other are in order and differ', () => {
  const ids = Array.from({ length: 3_000 }, () => newId('inv', at));
  expect(new Set(ids).size).toBe(3_000);
  expect(ids.toSorted()).toEqual(ids);
});

test('a cursor is opaque, and a forged one is none', () => {
  const cursor = toCursor(['2026-03-31', 'ñ']);
  expect(fromCursor(cursor, 2)).toEqual(['2026-03-31', 'ñ']);
  expect(fromCursor(cursor, 3)).toBeUndefined();
  expect(fromCursor('%%%', 2)).toBeUndefined();
});

test.for([
  ['2026-03-31', true],
  ['2026-03-31T12:00:00.123456Z', true],
  ['2026-02-30', false],
  ['0000-01-01', false],
  ['-271821-04-20', false],
  ['2026', false],
  ['infinity', false],
] as const)('[LG-04] a list goes on after %s: %s', ([at, isOne]) => {
  const uuid = '00000000-0000-7000-8000-000000000000';
  expect(placeInTime(toCursor([at, uuid]))).toEqual(isOne ? [at, uuid] : undefined);
  expect(placeInTime(toCursor([at, 'somebody else']))).toBeUndefined();
});
