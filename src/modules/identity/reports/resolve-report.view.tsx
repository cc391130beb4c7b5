import { useTranslation } from 'react-i18next';
import { TextArea } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { DateTime } from '#ui/format/day.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Link } from '#ui/text/link.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { methodsIn } from '../gate/named-proofs.rules.ts';
import type { AccountReport } from './staff-accounts.page.tsx';

/** What is known of a sign-in that was not its owner's, what was done, and what came of it. */
export function ResolveReport({ report, onDone }: { report: AccountReport; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const { signIn, reportId } = report;
  const { address } = report.person;
  const form = useForm('resolveReport', {
    initial: { note: '' },
    check: ({ note }) => ({
      note: note.trim().length < 3 ? t('reports.note-needed') : undefined,
    }),
    send: (body) => ({ params: { reportId }, body }),
    said: t('reports.noted'),
    onDone,
  });
  const town = [signIn.place?.town, signIn.place?.country].filter(Boolean).join(', ');
  return (
    <Stack>
      <KeyValues
        of={[
          [
            t('reports.organizations'),
            <Link
              key="organizations"
              to={`${place('/staff/organizations')}?text=${encodeURIComponent(address)}`}
            >
              {t('reports.see-organizations', { address })}
            </Link>,
          ],
          [t('reports.signed-in'), <DateTime key="at" at={signIn.at} />],
          [t('reports.device'), signIn.device],
          [t('reports.from'), town === '' ? signIn.from : `${signIn.from} · ${town}`],
          [
            t('reports.methods'),
            methodsIn(signIn.methods)
              .map((method) => t(`method.${method}`))
              .join(' + '),
          ],
          [
            t('reports.unusual'),
            signIn.signals.length > 0 &&
              signIn.signals.map((signal) => t(`signal.${signal}`)).join(' · '),
          ],
          [t('reports.how'), t(report.byLink ? 'reports.by-link' : 'reports.by-owner')],
        ]}
      />
      <Reasons
        of={[
          { tone: 'ok', title: t('reports.ended', { count: report.sessionsEnded }) },
          { tone: 'ok', title: t('reports.password') },
          { tone: 'warn', title: t('reports.left'), detail: t('reports.left-detail') },
        ]}
      />
      <Form of={form} submit={t('reports.submit')} onCancel={onDone}>
        <TextArea
          {...form.field('note')}
          label={t('reports.note')}
          hint={t('reports.note-hint')}
          maxLength={500}
        />
      </Form>
    </Stack>
  );
}
