import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { Link } from '#ui/text/link.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useData } from '#web/api/queries.ts';
import { place, usePlaces } from '#web/routing/place.ts';

type Check = AnswerOf<'readDeletion'>['checks'][number];

/** What must be settled before an organization can go, and the way to each of it (N2). */
export function OrganizationDeletionPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const { name } = useData('readOrganization', { params: { organizationId } });
  const { checks } = useData('readDeletion', { params: { organizationId } });
  const isReady = checks.every(({ isMet }) => isMet);
  return (
    <Page
      title={t('deletion.title', { name })}
      subtitle={t('deletion.subtitle')}
      narrow
      back={{ label: t('identity.title'), to: at('/organization') }}
      help="organizations"
    >
      <Card title={t('deletion.checklist')}>
        <Reasons
          of={checks.map((check) => ({
            tone: check.isMet ? 'ok' : 'bad',
            title: t(`deletion.${check.kind}`),
            detail: <Detail check={check} />,
          }))}
        />
        <Because reason={isReady ? undefined : t('deletion.not-yet')}>
          <Deletion organizationId={organizationId} name={name} />
        </Because>
      </Card>
    </Page>
  );
}

/** How much is still open, and where it is settled. */
function Detail({ check: { kind, isMet, count, amounts } }: { check: Check }) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const at = usePlaces();
  const ways = {
    products: at('/products'),
    orders: at('/orders'),
    invoices: at('/billing/invoices', undefined, { state: 'open' }),
    prepaid: at('/billing/prepaid'),
    members: at('/organization/members'),
  };
  if (isMet) return t(`deletion.ok-${kind}`);
  const amount = amounts.map((money) => format.money(money)).join(' + ');
  return (
    <>
      {t(`deletion.open-${kind}`, { count, amount })}{' '}
      <Link to={ways[kind]}>{t(`deletion.way-${kind}`)}</Link>
    </>
  );
}

function Deletion({ organizationId, name }: { organizationId: OrganizationId; name: string }) {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const remove = useAct('deleteOrganization', {
    said: t('deletion.done', { name }),
    showsFailure: true,
    onDone: () => void navigate({ to: place('/account/organizations') }),
  });
  return (
    <>
      <Buttons>
        <Button tone="danger" onClick={() => setAsked(true)}>
          {t('deletion.delete')}
        </Button>
      </Buttons>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('deletion.sure', { name })}
        lost={[t('deletion.lost-access'), t('deletion.lost-for-ever')]}
        kept={[t('deletion.kept-invoices'), t('deletion.kept-account')]}
        confirm={t('deletion.delete')}
        danger
        isBusy={remove.isBusy}
        failure={remove.failure}
        onConfirm={() => void remove.act({ params: { organizationId } })}
      />
    </>
  );
}
