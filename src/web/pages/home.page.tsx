import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ButtonLink } from '#ui/action/button.tsx';
import { Day } from '#ui/format/day.tsx';
import { Money } from '#ui/format/money.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { useFormat } from '#ui/format/use-format.ts';
import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import { Columns } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { Waiting, WaitingList } from '#ui/page/waiting.tsx';
import { CellNote, DataTable } from '#ui/table/data-table.tsx';
import { listOf } from '#ui/table/list.ts';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useData, useOptional } from '#web/api/queries.ts';
import { useSession } from '#web/api/session.ts';
import { InvitationWaits } from '#modules/organizations/invitations/answering/waiting-invitations.view.tsx';
import { CheckUpCard } from '#modules/identity/check-up/check-up.view.tsx';
import { usePlaces } from '#web/routing/place.ts';
import { useMyOrganizations } from '#web/shell/my-organizations.ts';

type Invoice = AnswerOf<'listInvoices'>['rows'][number];
type Order = AnswerOf<'listOrders'>['rows'][number];
type Product = AnswerOf<'listProducts'>['rows'][number];

/**
 * What needs the reader comes first, each with the one button that resolves it; then what they
 * have.
 */
export function HomePage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const at = usePlaces();
  const { invited, invoices, orders, products, prepaid, checkUp, may, isReady } =
    useHome(organizationId);
  if (!isReady) return <PageSkeleton />;
  const waiting = invited.length + invoices.length + orders.length;
  const nothing = <NothingWaits hasProducts={products.length > 0} may={may} />;
  return (
    <Page
      title={t(`home.${partOfDay()}`, { name: user?.firstName ?? '' })}
      subtitle={waiting > 0 ? t('home.waiting', { count: waiting }) : t('home.calm')}
      help="start"
    >
      <Columns
        aside={
          <>
            <CheckUpCard checkUp={checkUp} />
            {prepaid && <PrepaidCard balances={prepaid.balances} />}
            <NumberCard organizationId={organizationId} />
          </>
        }
      >
        <Card bare>
          {waiting > 0 ? (
            <WaitingList>
              {invited.map((invitation) => (
                <InvitationWaits key={invitation.invitationId} invitation={invitation} />
              ))}
              {invoices.map((invoice) => (
                <WaitingInvoice key={invoice.invoiceId} invoice={invoice} prepaid={prepaid} />
              ))}
              {orders.map((order) => (
                <WaitingOrder key={order.orderId} order={order} />
              ))}
            </WaitingList>
          ) : (
            nothing
          )}
        </Card>
        {products.length > 0 ? (
          <Card
            bare
            title={t('home.renewals')}
            more={<Link to={at('/products')}>{t('home.all-products')}</Link>}
          >
            <Products rows={products} />
          </Card>
        ) : (
          waiting > 0 && <Card bare>{nothing}</Card>
        )}
      </Columns>
    </Page>
  );
}

/** Six questions at once, of those that the reader may ask; all are awaited. */
function useHome(organizationId: OrganizationId) {
  const params = { organizationId };
  const { may } = useData('readOrganization', { params });
  const bills = { enabled: may.includes('billing.see') };
  const all = { enabled: may.includes('products.see') };
  const due = { state: 'open', limit: 5 } as const;
  const open = useOptional('listInvoices', { params, query: due }, bills);
  const orders = useOptional('listOrders', { params, query: { limit: 10 } }, bills);
  const products = useOptional('listProducts', { params, query: { limit: 6 } }, all);
  const prepaid = useOptional('readPrepaid', { params }, bills);
  const invited = useOptional('listMyInvitations', {});
  const checkUp = useOptional('readCheckUp', {});
  return {
    invited: invited.data?.rows ?? [],
    invoices: open.data?.rows ?? [],
    orders: (orders.data?.rows ?? []).filter(({ may }) => may.includes('pay')),
    products: products.data?.rows ?? [],
    prepaid: prepaid.data,
    checkUp: checkUp.data,
    may,
    isReady: [open, orders, products, prepaid, invited, checkUp].every((one) => one.isSettled),
  };
}

function WaitingInvoice({
  invoice,
  prepaid,
}: {
  invoice: Invoice;
  prepaid: AnswerOf<'readPrepaid'> | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = usePlaces();
  const { invoiceId, number, open, dueOn, overdue, printedReference, may } = invoice;
  const facts = { number, amount: format.money(open), day: format.day(dueOn) };
  const balance = prepaid?.balances.find(({ currency }) => currency === open.currency);
  const paysAtOnce = balance && may.includes('pay-from-prepaid');
  return (
    <Waiting
      icon="invoice"
      tone={overdue ? 'bad' : 'warn'}
      title={t(overdue ? 'home.overdue' : 'home.due', facts)}
      action={
        <ButtonLink to={at('/billing/invoices/$invoiceId', { invoiceId })} tone="primary">
          {t('home.see-invoice')}
        </ButtonLink>
      }
    >
      {paysAtOnce
        ? t('home.due-prepaid', { amount: format.money(balance) })
        : t('home.due-text', { reference: printedReference })}
    </Waiting>
  );
}

function WaitingOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = usePlaces();
  const { orderId, proFormaId, gross, number } = order;
  const amount = format.money(gross);
  const to = proFormaId
    ? at('/billing/pro-formas/$proFormaId', { proFormaId })
    : at('/orders/$orderId', { orderId });
  return (
    <Waiting
      icon="order"
      tone="info"
      title={t('home.order', { number: format.number(number), amount })}
      action={<ButtonLink to={to}>{t('home.see-order', { amount })}</ButtonLink>}
    >
      {t('home.order-text')}
    </Waiting>
  );
}

type May = AnswerOf<'readOrganization'>['may'];

function NothingWaits({ hasProducts, may }: { hasProducts: boolean; may: May }) {
  const { t } = useTranslation();
  const at = usePlaces();
  if (!may.includes('products.see')) {
    return (
      <Empty icon="product" help="teams">
        {t('home.none-granted')}
      </Empty>
    );
  }
  if (!hasProducts) {
    return (
      <Empty
        icon="product"
        help="order"
        action={
          <ButtonLink to={at('/products/order')} tone="primary">
            {t('home.order-first')}
          </ButtonLink>
        }
      >
        {t('home.nothing-text')}
      </Empty>
    );
  }
  return (
    <WaitingList>
      <Waiting icon="done" tone="ok" title={t('home.all-well')}>
        {t('home.all-well-text')}
      </Waiting>
    </WaitingList>
  );
}

function Products({ rows }: { rows: readonly Product[] }) {
  const { t } = useTranslation();
  const translated = useTranslated();
  const at = usePlaces();
  return (
    <DataTable
      label={t('home.renewals')}
      list={listOf(rows)}
      rowKey={({ subscriptionId }) => subscriptionId}
      empty={<Empty icon="product">{t('home.no-products')}</Empty>}
      columns={[
        {
          header: t('home.product'),
          cell: ({ subscriptionId, label, productName, offerName }) => (
            <>
              <Link to={at('/products/$subscriptionId', { subscriptionId })}>
                {label || translated(productName)}
              </Link>
              <CellNote>{label ? translated(productName) : translated(offerName)}</CellNote>
            </>
          ),
        },
        { header: t('home.until'), cell: ({ paidUntil }) => <Day at={paidUntil} />, align: 'end' },
      ]}
    />
  );
}

function PrepaidCard({ balances }: { balances: AnswerOf<'readPrepaid'>['balances'] }) {
  const { t } = useTranslation();
  const at = usePlaces();
  return (
    <Card
      title={t('home.prepaid')}
      more={<Link to={at('/billing/prepaid')}>{t('home.see-prepaid')}</Link>}
    >
      <div>
        {balances.map((balance) => (
          <div key={balance.currency} className="big-figure">
            <Money {...balance} />
          </div>
        ))}
        <p className="small muted">{t('home.prepaid-text')}</p>
      </div>
    </Card>
  );
}

function NumberCard({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation();
  const { rows } = useMyOrganizations();
  const present = rows.find((row) => row.organizationId === organizationId);
  if (!present) return null;
  return (
    <Card title={t('home.number')}>
      <div>
        <div className="big-figure">{present.customerNumber}</div>
        <p className="small muted">{t('home.number-text')}</p>
      </div>
    </Card>
  );
}

function partOfDay(): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date().getHours();
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 20 ? 'afternoon' : 'evening';
}
