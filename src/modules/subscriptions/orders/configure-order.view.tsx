import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { ChoiceField, CheckField } from '#ui/form/choice-fields.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { NumberField } from '#ui/form/number-field.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { useTranslated } from '#ui/format/translated.ts';
import { Columns } from '#ui/page/arrange.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Card } from '#ui/page/card.tsx';
import { AddressForm } from '#modules/billing/addresses/address-form.view.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { known, useData, useOptionalData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { usePlaces } from '#web/routing/place.ts';
import { ChooseAddress, ownAddress, standingAddress } from './choose-address.view.tsx';
import { OrderPrice } from './order-price.view.tsx';
import { priceOf } from './shown-price.rules.ts';

export type SoldProduct = AnswerOf<'listCatalogue'>['products'][number];

/** The form of one product, with the price beside it that changes as one chooses. */
export function ConfigureOrder({
  organizationId,
  product,
}: {
  organizationId: OrganizationId;
  product: SoldProduct;
}) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const translated = useTranslated();
  const at = usePlaces();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const addresses = useData('listAddresses', { params: { organizationId } });
  const isDomain = product.kind === 'domain';
  const first = product.offers[0];
  const periods = periodsOf(product);

  const form = useForm<'placeOrder', Values>('placeOrder', {
    initial: {
      offer: first?.code ?? '',
      period: periods[0] ?? 'month',
      quantity: 1,
      warranty: false,
      said: '',
      address: standingAddress(addresses),
    },
    check: ({ said, address }) => ({
      said: isDomain && said.trim() === '' ? t('problem.missing') : undefined,
      address: address === '' ? t('choose.address-needed') : undefined,
    }),
    send: (values) => ({
      params: { organizationId },
      body: {
        items: [{ ...wishOf(product, values), configuration: saidOf(product, values) }],
        ...chosenAddress(values),
        ...expectedTotal(organizationId, wishOf(product, values)),
      },
    }),
    onDone: ({ orderId, proFormaId }) => {
      const next =
        proFormaId === null
          ? at('/orders/$orderId', { orderId })
          : at('/billing/pro-formas/$proFormaId', { proFormaId });
      void navigate({ to: next });
    },
  });
  const { values } = form;
  const quote = useOptionalData('quoteOrder', {
    params: { organizationId },
    body: { items: [wishOf(product, values)] },
  });

  return (
    <Columns
      aside={
        <OrderPrice
          product={product}
          period={values.period}
          quote={quote}
          onQuantity={(quantity) => form.set({ quantity })}
        />
      }
    >
      <Card>
        <Form
          of={form}
          submit={
            quote
              ? t(quote.payment === 'in_advance' ? 'choose.order-and-pay' : 'choose.order', {
                  amount: format.money(quote.gross),
                })
              : t('choose.order-plain')
          }
        >
          {product.offers.length > 1 && (
            <ChoiceField
              {...form.field('offer')}
              label={t('choose.offer')}
              of={product.offers.map((offer) => {
                const price = priceOf(offer, values.period);
                return {
                  value: offer.code,
                  label: translated(offer.name),
                  note: translated(offer.summary),
                  end: price && format.money(price),
                };
              })}
            />
          )}
          {periods.length > 1 && (
            <ChoiceField
              {...form.field('period')}
              label={t('choose.period')}
              of={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
            />
          )}
          {product.maximumQuantity > 1 && (
            <NumberField
              {...form.field('quantity')}
              label={t('choose.quantity')}
              min={1}
              max={product.maximumQuantity}
            />
          )}
          <TextField
            {...form.field('said')}
            label={t(isDomain ? 'choose.domain' : 'choose.label')}
            {...(isDomain
              ? { hint: t('choose.domain-hint', { ending: values.offer }) }
              : { isOptional: true, hint: t('choose.label-hint') })}
            maxLength={isDomain ? 253 : 80}
          />
          {product.renewalWarranty === 'at_order' && (
            <CheckField
              {...form.field('warranty')}
              label={t('choose.warranty')}
              hint={t('choose.warranty-hint')}
            />
          )}
          <ChooseAddress
            {...form.field('address')}
            known={addresses}
            onAdd={() => setAdding(true)}
          />
        </Form>
      </Card>
      <Dialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        title={t('choose.other-address')}
        wide
      >
        <AddressForm
          organizationId={organizationId}
          address={undefined}
          country={addresses.own.country}
          name={addresses.own.name}
          onDone={(addressId) => {
            form.set({ address: addressId });
            setAdding(false);
          }}
        />
      </Dialog>
    </Columns>
  );
}

type Values = {
  offer: string;
  period: 'month' | 'year';
  quantity: number;
  warranty: boolean;
  /** The domain's name, or what the customer calls it. */
  said: string;
  /** A stored address, the organization's own, or none yet. */
  address: string;
};

function wishOf(product: SoldProduct, { offer, period, quantity, warranty }: Values) {
  return { product: product.code, offer, period, quantity, warranty };
}

/** The total beside the button: the order is refused when it is another one meanwhile. */
function expectedTotal(organizationId: OrganizationId, wish: ReturnType<typeof wishOf>) {
  const seen = known('quoteOrder', { params: { organizationId }, body: { items: [wish] } });
  return seen ? { expected: seen.gross } : {};
}

function chosenAddress({ address }: Values): { addressId?: Id<'adr'> } {
  return address === ownAddress ? {} : { addressId: address as Id<'adr'> };
}

function saidOf(product: SoldProduct, { said }: Values): Record<string, string> {
  if (said.trim() === '') return {};
  return { [product.kind === 'domain' ? 'name' : 'label']: said.trim() };
}

function periodsOf(product: SoldProduct): readonly ('month' | 'year')[] {
  const sold = product.offers.flatMap((offer) => offer.prices.map((price) => price.period));
  return (['month', 'year'] as const).filter((period) => sold.includes(period));
}
