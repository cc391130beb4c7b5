import { fromMoneyOut, toMoneyOut } from '#kernel/money.ts';
import { toPriceStepOut } from '#kernel/price-step.ts';
import { serve } from '#platform/http/route.ts';
import { cancelAnOrder } from './cancel-order.ts';
import { cancelOrder, listOrders, placeOrder, quoteOrder, readOrder } from './order.contract.ts';
import type { Order, OrderAction } from './order.rules.ts';
import { placeAnOrder } from './placing/place-order.ts';
import type { QuotedLine } from './placing/price-order.ts';
import { quoteAnOrder } from './placing/quote-order.ts';
import { findOrders, readWholeOrder, type WholeOrder } from './reading/read-orders.ts';

export const orderRoutes = [
  serve(quoteOrder, async ({ tx, now, params, body }) => {
    const quote = await quoteAnOrder(tx, { ...params, ...body }, now);
    const { currency, payment, lines, priced } = quote;
    return {
      currency,
      payment,
      lines: lines.map(presentQuoted),
      vat: toMoneyOut(priced.vat),
      ...presentTotals(priced),
    };
  }),
  serve(placeOrder, async ({ tx, now, params, body, actor }) => {
    const expected = body.expected && fromMoneyOut(body.expected);
    const order = await placeAnOrder(tx, { ...params, ...body, expected }, actor, now);
    return present(await readWholeOrder(tx, order, actor));
  }),
  serve(listOrders, async ({ tx, params, query, actor }) => {
    const { rows, next } = await findOrders(tx, { ...params, ...query }, actor);
    return {
      rows: rows.map(({ first, items, may, ...order }) => ({
        ...presentHead(order, may),
        first,
        items,
      })),
      next,
    };
  }),
  serve(readOrder, async ({ tx, params, actor }) =>
    present(await readWholeOrder(tx, params, actor)),
  ),
  serve(cancelOrder, async ({ tx, now, params, actor }) => {
    const order = await cancelAnOrder(tx, params, actor, now);
    return present(await readWholeOrder(tx, order, actor));
  }),
];

function present({ order, items, changes, may }: WholeOrder) {
  const vat = order.gross.minor - order.net.minor;
  return {
    ...presentHead(order, may),
    ...presentTotals(order),
    vat: toMoneyOut({ minor: vat, currency: order.currency }),
    items: items.map((item) => ({
      ...item,
      unit: toMoneyOut(item.unit),
      steps: item.steps.map(toPriceStepOut),
      net: toMoneyOut(item.net),
      configuration: { ...item.configuration },
      subscriptionId: item.subscriptionId ?? null,
    })),
    changes: changes.map(({ to, at, by, name }) => ({
      to,
      at: at.toISOString(),
      by: by.kind,
      name: name ?? null,
    })),
  };
}

function presentHead(order: Order, may: readonly OrderAction[]) {
  const { orderId, number, state, payment, gross } = order;
  return {
    orderId,
    number,
    state,
    payment,
    placedAt: order.placedAt.toISOString(),
    gross: toMoneyOut(gross),
    proFormaId: order.proFormaId ?? null,
    invoiceId: order.invoiceId ?? null,
    may: [...may],
  };
}

function presentTotals({
  net,
  gross,
  treatment,
  vatRows,
}: Pick<Order, 'net' | 'gross' | 'treatment' | 'vatRows'>) {
  return {
    net: toMoneyOut(net),
    gross: toMoneyOut(gross),
    treatment,
    vatRows: vatRows.map((row) => ({
      ...row,
      base: toMoneyOut(row.base),
      vat: toMoneyOut(row.vat),
    })),
  };
}

function presentQuoted({ wish, product, offerName, quote }: QuotedLine) {
  const { betterQuantity } = quote;
  return {
    ...wish,
    productName: product.name,
    offerName,
    unit: toMoneyOut(quote.unit),
    steps: quote.steps.map(toPriceStepOut),
    net: toMoneyOut(quote.net),
    betterQuantity: betterQuantity
      ? {
          quantity: betterQuantity.quantity,
          net: toMoneyOut(betterQuantity.net),
          saves: toMoneyOut(betterQuantity.saves),
        }
      : null,
  };
}
