import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';
import { hasEnded } from './subscription.rules.ts';

type Product = AnswerOf<'readProduct'>;
type Props = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
  readonly product: Product;
  readonly name: string;
};

/** Calls a product otherwise; says why where that is not the reader's, or not possible. */
export function RenameProduct({ product, name, ...params }: Props) {
  const { t } = useTranslation('subscriptions');
  const [isOpen, setOpen] = useState(false);
  const reason = useReason(product);
  return (
    <Because reason={reason}>
      <Button onClick={() => setOpen(true)}>{t('rename.action')}</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('rename.title', { name })}>
        <NameForm params={params} label={product.label} onDone={() => setOpen(false)} />
      </Dialog>
    </Because>
  );
}

function useReason({ may, management, state, kind }: Product): string | undefined {
  const { t } = useTranslation('subscriptions');
  if (hasEnded(state)) return t('rename.over');
  if (kind === 'domain') return t('rename.fixed');
  if (may.includes('products.manage')) return undefined;
  const reason = management?.reason;
  return reason ? t('management.only-administrators', { reason }) : t('rename.not-yours');
}

type FormProps = {
  readonly params: Pick<Props, 'organizationId' | 'subscriptionId'>;
  readonly label: string;
  readonly onDone: () => void;
};

function NameForm({ params, label, onDone }: FormProps) {
  const { t } = useTranslation('subscriptions');
  const form = useForm('renameProduct', {
    initial: { label },
    send: (body) => ({ params, body }),
    said: t('rename.done'),
    onDone,
  });
  return (
    <Form of={form} submit={t('rename.save')}>
      <TextField
        {...form.field('label')}
        label={t('rename.label')}
        hint={t('rename.hint')}
        maxLength={80}
        autoFocus
      />
    </Form>
  );
}
