import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useForm } from '#web/api/use-form.ts';

type Props = { readonly organizationId: OrganizationId; readonly onAccount: boolean };

/** Whether the organization orders on account, and the button to change it with a reason (D35). */
export function OnAccount({ organizationId, onAccount }: Props) {
  const { t } = useTranslation('organizations');
  const [isOpen, setOpen] = useState(false);
  const words = onAccount ? 'revoke' : 'grant';
  return (
    <Card title={t('identity.pays')}>
      <Stack tight>
        <p>{t(onAccount ? 'staff.is-on-account' : 'staff.is-in-advance')}</p>
        <Button onClick={() => setOpen(true)}>{t(`staff.${words}`)}</Button>
      </Stack>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t(`staff.${words}`)}>
        <Decide
          key={words}
          organizationId={organizationId}
          onAccount={onAccount}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </Card>
  );
}

function Decide({ organizationId, onAccount, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('organizations');
  const form = useForm(onAccount ? 'revokeOnAccount' : 'grantOnAccount', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ params: { organizationId }, body }),
    onDone,
  });
  return (
    <Form of={form} submit={t(onAccount ? 'staff.revoke' : 'staff.grant')} onCancel={onDone}>
      <TextArea
        {...form.field('reason')}
        label={t('staff.reason')}
        hint={t('staff.reason-hint')}
        maxLength={500}
      />
    </Form>
  );
}
