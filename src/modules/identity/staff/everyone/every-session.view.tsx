import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useStaffSession } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';

/** Signs every user out, for the day on which sessions may have been taken (SE-10). */
export function EverySession() {
  const { t } = useTranslation('identity');
  const { staff } = useStaffSession();
  const [isOpen, setOpen] = useState(false);
  const because = staff.role === 'administrator' ? undefined : t('staff.only-administrators');
  return (
    <Card title={t('everyone.title')}>
      <Stack tight>
        <p>{t('everyone.text')}</p>
        <Because reason={because}>
          <Button tone="danger" onClick={() => setOpen(true)}>
            {t('everyone.open')}
          </Button>
        </Because>
      </Stack>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('everyone.title')}>
        <Reason onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  );
}

function Reason({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm('endEverySession', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ body }),
    onDone: ({ ended, people }) => {
      say.done(t('everyone.done', { ended, people }));
      onDone();
    },
  });
  return (
    <Form of={form} submit={t('everyone.submit')} onCancel={onDone}>
      <p>{t('everyone.warning')}</p>
      <TextArea
        {...form.field('reason')}
        label={t('staff.reason')}
        hint={t('everyone.reason-hint')}
        maxLength={500}
      />
    </Form>
  );
}
