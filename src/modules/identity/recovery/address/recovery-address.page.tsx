import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Page } from '#ui/page/page.tsx';
import { useAct } from '#web/api/acts.ts';
import { useData } from '#web/api/queries.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { isSameTyped, looksLikeAddress } from '../../accounts/typed-address.rules.ts';
import { ConfirmCode } from './confirm-code.view.tsx';
import { RecoveryFacts, type Present } from './recovery-facts.view.tsx';

/** The second mailbox of an account: set, changed by a code that it gets, or removed (R79, R80). */
export function RecoveryAddressPage() {
  const { t } = useTranslation('identity');
  const { present, pending, former } = useData('readRecoveryAddress', {});
  const [isOther, setOther] = useState(false);
  const format = useFormat();
  return (
    <Page
      title={t('recovery.title')}
      subtitle={t('recovery.subtitle')}
      back={{ label: t('recovery.back'), to: place('/account/security') }}
      narrow
      help="recovery-address"
    >
      <Stack>
        {present && <PresentCard present={present} />}
        <Card title={t(present ? 'recovery.change-title' : 'recovery.new-title')}>
          {pending && !isOther ? (
            <ConfirmCode pending={pending} onOther={() => setOther(true)} />
          ) : (
            <NewAddress
              present={present}
              onSent={() => setOther(false)}
              {...(pending ? { onCancel: () => setOther(false) } : {})}
            />
          )}
        </Card>
        {former.length > 0 && (
          <Card title={t('recovery.former-title')}>
            <KeyValues
              of={former.map(({ address, toldUntil }) => [
                address,
                t('recovery.former', { day: format.day(toldUntil) }),
              ])}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

function PresentCard({ present }: { present: Present }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { act, isBusy, failure } = useAct('removeRecoveryAddress', {
    said: t('recovery.removed'),
    showsFailure: true,
    onDone: () => setOpen(false),
  });
  return (
    <Card title={t('recovery.present')}>
      <Stack>
        <RecoveryFacts present={present} />
        {!present.isCounting && (
          <Note tone="info">
            {t('recovery.counts-note', { day: format.day(present.countsFrom) })}
          </Note>
        )}
        <Buttons>
          <Button onClick={() => setOpen(true)}>{t('recovery.remove')}</Button>
        </Buttons>
      </Stack>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('recovery.remove-title')}
        lost={[t('recovery.remove-lost')]}
        kept={[t('recovery.remove-kept')]}
        confirm={t('recovery.remove-confirm')}
        onConfirm={() => void act({})}
        isBusy={isBusy}
        failure={failure}
        danger
      />
    </Card>
  );
}

function NewAddress({
  present,
  onSent,
  onCancel,
}: {
  present: Present | null;
  onSent: () => void;
  /** Back to the code of the address that waits for it. */
  onCancel?: () => void;
}) {
  const { t } = useTranslation('identity');
  const { address: login } = useData('readProfile', {});
  const form = useForm('beginRecoveryAddress', {
    initial: { address: '' },
    check: ({ address }) => ({ address: wrongIn(address) }),
    send: (body) => ({ body }),
    onDone: onSent,
  });

  function wrongIn(typed: string): string | undefined {
    if (!looksLikeAddress(typed)) return t('field.not-an-address');
    if (isSameTyped(typed, login)) return t('recovery.is-login');
    if (present && isSameTyped(typed, present.address)) return t('recovery.is-present');
    return undefined;
  }

  return (
    <Stack>
      {!present && <p>{t('recovery.why')}</p>}
      <Form of={form} submit={t('recovery.save')} {...(onCancel ? { onCancel } : {})}>
        <TextField
          {...form.field('address')}
          label={t('recovery.new')}
          hint={t('recovery.new-hint', { address: login })}
          kind="email"
          autoComplete="email"
        />
      </Form>
    </Stack>
  );
}
