import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';

type Ref = { readonly organizationId: OrganizationId; readonly subscriptionId: Id<'sub'> };

type Props = Ref & {
  readonly domain: string | null;
  readonly hasAddresses: boolean;
  /** Why nothing can change. */
  readonly reason: string | undefined;
  /** Why no address can be added. */
  readonly full: string | undefined;
};

/** The buttons that say the domain and add an address, or why they cannot. */
export function ChangeMail({ domain, hasAddresses, reason, full, ...params }: Props) {
  const { t } = useTranslation('subscriptions');
  const [open, setOpen] = useState<'domain' | 'address'>();
  const close = () => setOpen(undefined);
  return (
    <Buttons>
      {domain !== null && (
        <Because reason={reason ?? full}>
          <Button icon="add" onClick={() => setOpen('address')}>
            {t('mail.add')}
          </Button>
        </Because>
      )}
      {!hasAddresses && (
        <Because reason={reason}>
          <Button onClick={() => setOpen('domain')}>{t('mail.choose-domain')}</Button>
        </Because>
      )}
      <Dialog isOpen={open === 'address'} onClose={close} title={t('mail.add')}>
        <AddressForm {...params} domain={domain ?? ''} onDone={close} />
      </Dialog>
      <Dialog isOpen={open === 'domain'} onClose={close} title={t('mail.choose-domain')}>
        <DomainForm {...params} domain={domain ?? ''} onDone={close} />
      </Dialog>
    </Buttons>
  );
}

type FormProps = Ref & { readonly domain: string; readonly onDone: () => void };

function AddressForm({ domain, onDone, ...params }: FormProps) {
  const { t } = useTranslation('subscriptions');
  const form = useForm('addMailAddress', {
    initial: { local: '' },
    check: ({ local }) => ({ local: local.trim() === '' ? t('mail.local-needed') : undefined }),
    send: ({ local }) => ({ params, body: { local: local.trim() } }),
    said: t('mail.added'),
    onDone,
  });
  return (
    <Form of={form} submit={t('mail.add')} onCancel={onDone}>
      <TextField
        {...form.field('local')}
        label={t('mail.local', { domain })}
        hint={t('mail.local-hint')}
        maxLength={64}
        autoFocus
      />
    </Form>
  );
}

function DomainForm({ domain, onDone, ...params }: FormProps) {
  const { t } = useTranslation('subscriptions');
  const form = useForm('setMailDomain', {
    initial: { domain },
    check: (values) => ({
      domain: values.domain.trim() === '' ? t('mail.domain-needed') : undefined,
    }),
    send: (values) => ({ params, body: { domain: values.domain.trim() } }),
    said: t('mail.domain-saved'),
    onDone,
  });
  return (
    <Form of={form} submit={t('mail.save-domain')} onCancel={onDone}>
      <TextField
        {...form.field('domain')}
        label={t('mail.domain')}
        hint={t('mail.domain-hint')}
        maxLength={253}
        autoFocus
      />
    </Form>
  );
}
