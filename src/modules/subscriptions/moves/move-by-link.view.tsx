import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Card } from '#ui/page/card.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import { useAct } from '#web/api/acts.ts';

type Props = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
  /** A link that was made and not used yet. */
  readonly waiting: { readonly expiresAt: string } | null;
  /** Why nothing can move now. */
  readonly reason: string | undefined;
};

/** To somebody else's organization: whoever holds the link takes the product over, once. */
export function MoveByLink({ organizationId, subscriptionId, waiting, reason }: Props) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const params = { organizationId, subscriptionId };
  const [link, setLink] = useState<string>();
  const make = useAct('makeMoveLink', { onDone: (made) => setLink(made.link) });
  const withdraw = useAct('withdrawMoveLink', {
    said: t('move.withdrawn'),
    onDone: () => setLink(undefined),
  });
  return (
    <Card title={t('move.by-link')}>
      <p className="muted">{t('move.by-link-text')}</p>
      {waiting && link && (
        <>
          <CopyField label={t('move.link')} value={link} />
          <Note tone="warn" title={t('move.link-once')}>
            {t('move.link-until', { until: format.instant(waiting.expiresAt) })}
          </Note>
        </>
      )}
      {waiting && !link && (
        <Note title={t('move.link-waits')}>
          {t('move.link-until', { until: format.instant(waiting.expiresAt) })}
        </Note>
      )}
      <Because reason={reason}>
        <Buttons>
          <Button isBusy={make.isBusy} onClick={() => void make.act({ params })}>
            {t(waiting ? 'move.make-another' : 'move.make')}
          </Button>
          {waiting && (
            <Button isBusy={withdraw.isBusy} onClick={() => void withdraw.act({ params })}>
              {t('move.withdraw')}
            </Button>
          )}
        </Buttons>
      </Because>
    </Card>
  );
}
