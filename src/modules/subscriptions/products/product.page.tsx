import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { DateTime, Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { DataTable, type Column } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { CopyField } from '#ui/text/copy-field.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import type { en } from '../texts/en.ts';
import { MailAddresses } from '../mail/mail-addresses.view.tsx';
import { isMailService } from '../mail/mail.rules.ts';
import { PeopleInSuite } from '../people/people-in-suite.view.tsx';
import { Management } from './management.view.tsx';
import { RenameProduct } from './rename-product.view.tsx';
import { SubscriptionStatus } from './subscription-status.view.tsx';
import { hasEnded, isSuite } from './subscription.rules.ts';

type Product = AnswerOf<'readProduct'>;

/** One product: does it run, until when is it paid, where is it and what did it cost. */
export function ProductPage(params: { organizationId: OrganizationId; subscriptionId: Id<'sub'> }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const at = usePlaces();
  const product = useData('readProduct', { params });
  const { may } = useData('readOrganization', {
    params: { organizationId: params.organizationId },
  });
  const name = `${translated(product.productName)} ${translated(product.offerName)}`;
  const result = Object.entries(product.provisioning.result);

  const bills: readonly Column<Product['periods'][number]>[] = [
    {
      header: t('product.bill'),
      cell: ({ invoiceId }) =>
        invoiceId && (
          <Link to={at('/billing/invoices/$invoiceId', { invoiceId })}>
            {t('product.show-bill')}
          </Link>
        ),
    },
    {
      header: t('product.price'),
      cell: ({ net }) => net && <Money {...net} />,
      align: 'end',
    },
  ];

  return (
    <Page
      title={product.label || name}
      subtitle={<SubscriptionStatus state={product.state} />}
      back={{ label: t('products.title'), to: at('/products') }}
      help="order"
      actions={
        <>
          <RenameProduct {...params} product={product} name={product.label || name} />
          {product.state === 'active' && (
            <Because
              reason={product.may.includes('products.move') ? undefined : t('move.not-yours')}
            >
              <ButtonLink icon="forward" to={at('/products/$subscriptionId/move', params)}>
                {t('move.action')}
              </ButtonLink>
            </Because>
          )}
        </>
      }
    >
      {product.moves.map((move) => (
        <Note
          key={move.direction}
          title={t(`product.moved-${move.direction}`, { name: move.name })}
        >
          <DateTime at={move.movedAt} />
        </Note>
      ))}
      {product.management && (
        <Note tone="warn" title={t('management.blocked')}>
          {t('management.blocked-text', product.management)}
        </Note>
      )}
      {product.state === 'provisioning' && (
        <Note title={t('product.in-the-making')}>{t('product.soon')}</Note>
      )}
      {product.state === 'failed' && (
        <Note tone="bad" title={t('product.failed')}>
          {t('product.we-know')}
        </Note>
      )}
      <Columns
        aside={
          <>
            <Card title={t('product.facts')}>
              <KeyValues
                of={[
                  [t('products.product'), name],
                  [t('product.quantity'), product.quantity > 1 && product.quantity],
                  [t('products.period'), t(`period.${product.period}`)],
                  [t('product.started'), <Day key="s" at={product.startedOn} />],
                  [t('products.paid-until'), <Day key="p" at={product.paidUntil} />],
                  [
                    t('product.earliest-end'),
                    product.earliestEnd && <Day key="e" at={product.earliestEnd} />,
                  ],
                  [t('product.price'), product.net && <Money key="n" {...product.net} />],
                  [
                    t('product.warranty'),
                    t(product.renewalWarranty ? 'product.with-warranty' : 'product.no-warranty'),
                  ],
                  [
                    t('order.title'),
                    product.orderId && (
                      <Link key="o" to={at('/orders/$orderId', { orderId: product.orderId })}>
                        {t('product.show-order')}
                      </Link>
                    ),
                  ],
                ]}
              />
            </Card>
            {!hasEnded(product.state) && (
              <Management
                {...params}
                management={product.management}
                name={product.label || name}
                isTheirs={may.includes('members.manage')}
              />
            )}
          </>
        }
      >
        {result.length > 0 && (
          <Card title={t('product.where')}>
            {result.map(([key, value]) => (
              <CopyField key={key} label={labelOf(key, t)} value={value} />
            ))}
          </Card>
        )}
        {isSuite(product.kind) && <PeopleInSuite {...params} may={product.may} />}
        {isMailService(product.kind) && <MailAddresses {...params} may={product.may} />}
        <Card title={t('product.periods')} bare>
          <DataTable
            label={t('product.periods')}
            list={listOf(product.periods)}
            rowKey={(period) => period.from}
            empty={null}
            columns={[
              { header: t('product.from'), cell: (period) => <Day at={period.from} /> },
              { header: t('product.to'), cell: (period) => <Day at={period.to} /> },
              ...(product.net ? bills : []),
            ]}
          />
        </Card>
      </Columns>
    </Page>
  );
}

type Result = keyof typeof en.result;
type Words = ReturnType<typeof useTranslation<'subscriptions'>>['t'];

/** A provisioner may answer more than the texts know: its own word is shown then. */
function labelOf(key: string, t: Words): string {
  return t(`result.${key as Result}`, { defaultValue: key });
}
