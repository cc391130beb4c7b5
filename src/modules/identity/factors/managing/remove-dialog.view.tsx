import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Consequences } from '#ui/text/consequences.tsx';
import { keepCsrf } from '#web/api/csrf.ts';
import type { Side } from '#web/api/door.ts';
import { CodeField } from '../asking/code-field.view.tsx';
import type { Factor } from './factor-table.view.tsx';
import { useRemovalForm } from './removal-form.view.tsx';

/** Removes a method with the password (R56), and says what that means (R162, R163). */
export function RemoveDialog({
  side,
  factor,
  isKnownDevice,
  onClose,
  onLastRemoved,
}: {
  side: Side;
  factor: Factor;
  isKnownDevice: boolean;
  onClose: () => void;
  onLastRemoved: () => void;
}) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const { label, isLast, state } = factor;
  const isAtOnce = !isLast || (isKnownDevice && state === 'active');
  const { form, asksCode, onElsewhere } = useRemovalForm({
    side,
    factor,
    onDone: ({ csrf, waitsUntil }) => {
      keepCsrf(side, csrf);
      if (waitsUntil === null) say.done(t('two-factor.removed'));
      else say.done(t('leaving.waits', { at: format.instant(waitsUntil) }));
      if (isLast && waitsUntil === null) onLastRemoved();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('two-factor.remove-title', { label })}>
      {isLast && (
        <Note tone="warn" title={t('leaving.last')}>
          <Stack tight>
            <p>
              {t(lastSaid(factor, isAtOnce))} {t('two-factor.removed-last-why')}
            </p>
            <Buttons>
              <Button icon="add" onClick={onClose}>
                {t('leaving.replace-first')}
              </Button>
            </Buttons>
          </Stack>
        </Note>
      )}
      <Consequences
        lost={[
          t('two-factor.remove-lost'),
          t(isAtOnce ? 'two-factor.remove-sessions' : 'leaving.ends-all'),
          ...(isLast ? [t('two-factor.remove-codes')] : []),
        ]}
        kept={isLast ? [] : [t('two-factor.remove-kept')]}
      />
      <Form of={form} submit={t('two-factor.remove')} onCancel={onClose}>
        <PasswordField
          {...form.field('password')}
          label={t('two-factor.password-for-removal')}
          autoComplete="current-password"
          autoFocus
        />
        {asksCode && <CodeField {...form.field('code')} method="totp" />}
      </Form>
      {onElsewhere && (
        <Button tone="quiet" onClick={onElsewhere}>
          {t('two-factor.removal-elsewhere')}
        </Button>
      )}
    </Dialog>
  );
}

function lastSaid({ state }: Factor, isAtOnce: boolean) {
  if (isAtOnce) return 'leaving.last-now';
  return state === 'lost' ? 'leaving.last-lost-waits' : 'leaving.last-waits';
}
