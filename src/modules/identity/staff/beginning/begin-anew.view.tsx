import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Consequences } from '#ui/text/consequences.tsx';
import { CopyField } from '#ui/text/copy-field.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';
import type { Colleague } from './staff-people.page.tsx';

/** A colleague begins anew: why, and then the code, which is shown this once. */
export function BeginAnew({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { name } = colleague;
  const [given, setGiven] = useState<AnswerOf<'beginStaffAnew'>>();
  if (!given) {
    return (
      <Dialog isOpen onClose={onClose} title={t('colleagues.anew-title', { name })}>
        <Why colleague={colleague} onClose={onClose} onGiven={setGiven} />
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('colleagues.code-title', { name })}>
      <Stack>
        <p>{t('colleagues.code-why', { name, until: format.instant(given.until) })}</p>
        <CopyField label={t('colleagues.code')} value={given.code} />
        <Buttons>
          <Button tone="primary" onClick={onClose}>
            {t('colleagues.done')}
          </Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}

function Why({
  colleague: { staffId, name },
  onClose,
  onGiven,
}: {
  colleague: Colleague;
  onClose: () => void;
  onGiven: (given: AnswerOf<'beginStaffAnew'>) => void;
}) {
  const { t } = useTranslation('identity');
  const form = useForm('beginStaffAnew', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ params: { staffId }, body }),
    onDone: onGiven,
  });
  return (
    <>
      <Note tone="warn">{t('colleagues.anew-check', { name })}</Note>
      <Consequences
        lost={[t('colleagues.anew-lost', { name })]}
        kept={[t('colleagues.anew-kept')]}
      />
      <Form of={form} submit={t('colleagues.submit')} onCancel={onClose}>
        <TextArea
          {...form.field('reason')}
          label={t('colleagues.reason')}
          hint={t('colleagues.reason-hint')}
          maxLength={500}
        />
      </Form>
    </>
  );
}
