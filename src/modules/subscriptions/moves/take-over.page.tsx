import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Day } from '#ui/format/day.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useQuery } from '#web/routing/filters.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { useMyOrganizations } from '#web/shell/my-organizations.ts';
import { ChooseTarget } from './choose-target.view.tsx';

type Offered = AnswerOf<'openMoveLink'>;
type Given = { readonly from: OrganizationId; readonly token: string };

/** Behind the link of a move: which product it is, and which organization takes it over (N4). */
export function TakeOverPage() {
  const { t } = useTranslation('subscriptions');
  const { from = '' } = useQuery();
  const [token] = useState(takeToken);
  const given: Given = { from: from as OrganizationId, token };
  const [offered, setOffered] = useState<Offered>();
  const { act, failure } = useAct('openMoveLink', { showsFailure: true, onDone: setOffered });
  useEffect(() => {
    void act({ body: { from: from as OrganizationId, token } });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the link is opened once
  }, []);
  return (
    <Page
      title={t('take-over.title')}
      subtitle={t('take-over.subtitle')}
      narrow
      help="move-product"
    >
      {failure && (
        <Note tone="bad" title={t('take-over.dead')}>
          {failure}
        </Note>
      )}
      {offered && <Offer offered={offered} given={given} />}
    </Page>
  );
}

function Offer({ offered, given }: { offered: Offered; given: Given }) {
  const { t } = useTranslation('subscriptions');
  const translated = useTranslated();
  const navigate = useNavigate();
  const { rows } = useMyOrganizations();
  const others = rows.filter((row) => row.organizationId !== given.from);
  const [chosen, choose] = useState<OrganizationId>();
  const take = useAct('takeProductOver', {
    said: t('take-over.done'),
    showsFailure: true,
    onDone: (moved) =>
      void navigate({ to: place('/o/$organizationId/products/$subscriptionId', moved) }),
  });
  const name = `${translated(offered.productName)} ${translated(offered.offerName)}`;
  return (
    <Card title={offered.label || name}>
      <Terms offered={offered} name={name} />
      <ChooseTarget rows={others} currency={offered.currency} chosen={chosen} onChoose={choose} />
      {take.failure && <Note tone="bad">{take.failure}</Note>}
      <Because reason={chosen ? undefined : t('move.choose-first')}>
        <Buttons>
          <Button
            tone="primary"
            isBusy={take.isBusy}
            onClick={() => {
              if (chosen) void take.act({ params: { organizationId: chosen }, body: given });
            }}
          >
            {t('take-over.take')}
          </Button>
        </Buttons>
      </Because>
    </Card>
  );
}

/** What one takes on with it. */
function Terms({ offered, name }: { offered: Offered; name: string }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const { from, quantity, period, paidUntil, earliestEnd, renewalWarranty, expiresAt } = offered;
  return (
    <>
      <KeyValues
        of={[
          [t('take-over.from'), from],
          [t('products.product'), name],
          [t('product.quantity'), quantity > 1 && quantity],
          [t('products.period'), t(`period.${period}`)],
          [t('products.paid-until'), <Day key="p" at={paidUntil} />],
          [t('product.earliest-end'), earliestEnd && <Day key="e" at={earliestEnd} />],
          [
            t('product.warranty'),
            t(renewalWarranty ? 'product.with-warranty' : 'product.no-warranty'),
          ],
          [t('take-over.until'), format.instant(expiresAt)],
        ]}
      />
      <Note title={t('take-over.costs')}>{t('take-over.costs-text')}</Note>
    </>
  );
}
