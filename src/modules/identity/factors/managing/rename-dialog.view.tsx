import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import type { Side } from '#web/api/door.ts';
import { useForm } from '#web/api/use-form.ts';
import type { Factor } from './factor-table.view.tsx';
import { routesOf } from './routes-of.view.tsx';

/** Another name for a method. */
export function RenameDialog({
  side,
  factor: { factorId, label },
  onClose,
}: {
  side: Side;
  factor: Factor;
  onClose: () => void;
}) {
  const { t } = useTranslation('identity');
  const form = useForm(routesOf[side].rename, {
    initial: { label },
    check: (values) => ({ label: values.label.trim() === '' ? t('field.needed') : undefined }),
    send: (body) => ({ params: { factorId }, body }),
    said: t('two-factor.renamed'),
    onDone: onClose,
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('two-factor.rename')}>
      <Form of={form} submit={t('two-factor.save')} onCancel={onClose}>
        <TextField {...form.field('label')} label={t('two-factor.name')} maxLength={60} autoFocus />
      </Form>
    </Dialog>
  );
}
