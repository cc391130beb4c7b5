import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/action/dialog.tsx';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { useForm } from '#web/api/use-form.ts';
import { placeOf, type Stop } from './text-stops.view.tsx';

type Props = { readonly stop: Stop | undefined; readonly onClose: () => void };

/** Lifts a stop of texts, with a reason. */
export function AllowTextsDialog({ stop, onClose }: Props) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const title = t('texts.lift-of', { place: stop ? placeOf(stop, format) : '' });
  return (
    <Dialog isOpen={stop !== undefined} onClose={onClose} title={title}>
      {stop && <Reason stop={stop} onClose={onClose} />}
    </Dialog>
  );
}

function Reason({ stop: { stopId }, onClose }: { stop: Stop; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm('allowTexts', {
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < 3 ? t('staff.reason-needed') : undefined,
    }),
    send: (body) => ({ params: { stopId }, body }),
    said: t('texts.lifted'),
    onDone: onClose,
  });
  return (
    <Stack>
      <p>{t('texts.lift-what')}</p>
      <Form of={form} submit={t('texts.lift')} onCancel={onClose}>
        <TextArea {...form.field('reason')} label={t('staff.reason')} maxLength={500} />
      </Form>
    </Stack>
  );
}
