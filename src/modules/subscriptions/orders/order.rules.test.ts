import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import {
  actionsOn,
  lineText,
  orderIdIn,
  orderStates,
  refuseOtherPrice,
  refuseUnlessCancellable,
  wayToPay,
} from './order.rules.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

test('[R157] only an unpaid order can be cancelled', () => {
  const cancellable = orderStates.filter((state) => {
    try {
      refuseUnlessCancellable(state);
      return true;
    } catch {
      return false;
    }
  });
  expect(cancellable).toEqual(['open']);
  expect(() => refuseUnlessCancellable('expired')).toThrowError(
    expect.objectContaining({
      code: 'subscriptions.order-not-cancellable',
      facts: { state: 'expired' },
    }),
  );
});

test('an unpaid order can be paid or cancelled, another one neither', () => {
  expect(actionsOn('open')).toEqual(['pay', 'cancel']);
  expect(orderStates.filter((state) => actionsOn(state).length > 0)).toEqual(['open']);
});

test('[D35] in advance, on account where granted, nothing where nothing is owed', () => {
  expect(wayToPay({ onAccount: false }, chf(1n))).toBe('in_advance');
  expect(wayToPay({ onAccount: true }, chf(1n))).toBe('on_account');
  expect(wayToPay({ onAccount: false }, chf(0n))).toBe('free');
  expect(wayToPay({ onAccount: true }, chf(0n))).toBe('free');
});

test('a person orders at the price they saw, or not at all', () => {
  expect(() => refuseOtherPrice(chf(100n), undefined)).not.toThrow();
  expect(() => refuseOtherPrice(chf(100n), chf(100n))).not.toThrow();
  for (const expected of [chf(99n), money(100n, 'EUR')]) {
    expect(() => refuseOtherPrice(chf(100n), expected)).toThrowError(
      expect.objectContaining({ code: 'subscriptions.price-changed' }),
    );
  }
});

test('a line says product, offer and label in every language that either has', () => {
  const hosting = { en: 'Web hosting', es: 'Alojamiento web' };
  expect(lineText(hosting, { en: 'Standard', fr: 'Courant' }, 'Shop')).toEqual({
    en: 'Web hosting Standard – Shop',
    es: 'Alojamiento web Standard – Shop',
    fr: 'Web hosting Courant – Shop',
  });
  expect(lineText({ en: 'Domain name' }, { en: '.ch' }, '')).toEqual({ en: 'Domain name .ch' });
});

test('a document’s subject names an order, or something else', () => {
  const id = `ord_${'0'.repeat(32)}`;
  expect(orderIdIn({ kind: 'order', id })).toBe(id);
  expect(orderIdIn({ kind: 'top-up', id })).toBeUndefined();
  expect(orderIdIn({ kind: 'order', id: 'ord_1' })).toBeUndefined();
});
