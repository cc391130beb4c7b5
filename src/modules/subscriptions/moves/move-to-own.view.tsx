import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, ButtonLink, Buttons } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { useAct } from '#web/api/acts.ts';
import { place } from '#web/routing/place.ts';
import { useMyOrganizations } from '#web/shell/my-organizations.ts';
import { ChooseTarget } from './choose-target.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
  readonly name: string;
  readonly currency: string;
  /** Why nothing can move now. */
  readonly reason: string | undefined;
};

/** To another organization of the reader's, at once. */
export function MoveToOwn({ organizationId, subscriptionId, name, currency, reason }: Props) {
  const { t } = useTranslation('subscriptions');
  const navigate = useNavigate();
  const { rows } = useMyOrganizations();
  const others = rows.filter((row) => row.organizationId !== organizationId);
  const [chosen, choose] = useState<OrganizationId>();
  const [isAsked, setAsked] = useState(false);
  const target = others.find((row) => row.organizationId === chosen);
  const move = useAct('moveProduct', {
    said: t('move.done', { name }),
    showsFailure: true,
    onDone: (moved) =>
      void navigate({ to: place('/o/$organizationId/products/$subscriptionId', moved) }),
  });
  if (others.length === 0) {
    return (
      <Card title={t('move.to-own')}>
        <Empty
          icon="organization"
          action={
            <ButtonLink to={place('/account/organizations/new')}>{t('move.create')}</ButtonLink>
          }
        >
          {t('move.no-other')}
        </Empty>
      </Card>
    );
  }
  return (
    <Card title={t('move.to-own')}>
      <ChooseTarget rows={others} currency={currency} chosen={chosen} onChoose={choose} />
      <Because reason={reason ?? (target ? undefined : t('move.choose-first'))}>
        <Buttons>
          <Button onClick={() => setAsked(true)}>
            {target ? t('move.move-to', { target: target.name }) : t('move.move')}
          </Button>
        </Buttons>
      </Because>
      <ConfirmDialog
        isOpen={isAsked && target !== undefined}
        onClose={() => setAsked(false)}
        title={t('move.sure', { name, target: target?.name ?? '' })}
        lost={[t('move.lost-here')]}
        kept={[t('move.kept-running'), t('move.kept-invoices'), t('move.kept-people')]}
        confirm={t('move.move')}
        isBusy={move.isBusy}
        failure={move.failure}
        onConfirm={() => {
          if (!target) return;
          const params = { organizationId, subscriptionId };
          void move.act({ params, body: { to: target.organizationId } });
        }}
      />
    </Card>
  );
}
