import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useAct } from '#web/api/acts.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';

type Props = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
  readonly management: AnswerOf<'readProduct'>['management'];
  readonly name: string;
  /** Whether the reader decides it. */
  readonly isTheirs: boolean;
};

/** Who manages the product; those who administrate can reserve that to themselves. */
export function Management({ management, name, isTheirs, ...params }: Props) {
  const { t } = useTranslation('subscriptions');
  const [isOpen, setOpen] = useState(false);
  const unblock = useAct('unblockManagement', { said: t('management.unblocked') });
  return (
    <Card title={t('management.title')}>
      <Stack tight>
        <p>{t(management ? 'management.closed' : 'management.open')}</p>
        {management && (
          <p className="small muted">
            {t('management.blocked-text', management)}, <DateTime at={management.blockedAt} />
          </p>
        )}
        <Because reason={isTheirs ? undefined : t('management.not-yours')}>
          {management ? (
            <Button isBusy={unblock.isBusy} onClick={() => void unblock.act({ params })}>
              {t('management.unblock')}
            </Button>
          ) : (
            <Button icon="lock" onClick={() => setOpen(true)}>
              {t('management.block')}
            </Button>
          )}
        </Because>
      </Stack>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('management.block-title', { name })}
      >
        <Stack>
          <p>{t('management.block-text')}</p>
          <BlockForm params={params} onDone={() => setOpen(false)} />
        </Stack>
      </Dialog>
    </Card>
  );
}

type FormProps = {
  readonly params: Pick<Props, 'organizationId' | 'subscriptionId'>;
  readonly onDone: () => void;
};

function BlockForm({ params, onDone }: FormProps) {
  const { t } = useTranslation('subscriptions');
  const form = useForm('blockManagement', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('management.reason-needed') : undefined,
    }),
    send: (body) => ({ params, body }),
    said: t('management.done'),
    onDone,
  });
  return (
    <Form of={form} submit={t('management.block')}>
      <TextField
        {...form.field('reason')}
        label={t('management.reason')}
        hint={t('management.reason-hint')}
        maxLength={200}
        autoFocus
      />
    </Form>
  );
}
