import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { useForm } from '#web/api/use-form.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** The secure form (R94): asks for a link, or lets this browser in with the one that was mailed. */
export function UnlockPage() {
  const [token] = useState(takeToken);
  return token === '' ? <Request /> : <LetIn token={token} />;
}

function Request() {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm('requestUnlock', {
    initial: { address: '' },
    check: ({ address }) => ({
      address: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address.trim())
        ? undefined
        : t('field.not-an-address'),
    }),
    send: (body) => ({ body }),
    onDone: ({ address }) => setSentTo(address),
  });
  const more = (
    <>
      <p>{t('unlock.administrator')}</p>
      <p>
        <Link to={place('/sign-in')}>{t('recover.back')}</Link>
      </p>
    </>
  );
  return (
    <DoorPage
      title={t('unlock.title')}
      subtitle={sentTo === undefined && t('unlock.subtitle')}
      more={more}
    >
      {sentTo === undefined ? (
        <Form of={form} submit={t('unlock.submit')} wide>
          <TextField
            {...form.field('address')}
            label={t('field.address')}
            kind="email"
            autoComplete="username"
            autoFocus
          />
        </Form>
      ) : (
        <Note tone="ok" title={t('sign-up.look')}>
          {t('unlock.sent', { address: sentTo })}
        </Note>
      )}
    </DoorPage>
  );
}

function LetIn({ token }: { token: string }) {
  const { t } = useTranslation('identity');
  const [isDone, setDone] = useState(false);
  const unlock = useAct('completeUnlock', { showsFailure: true, onDone: () => setDone(true) });
  if (isDone) {
    return (
      <DoorPage title={t('unlock.done')}>
        <Note tone="ok">{t('unlock.done-text')}</Note>
        <ButtonLink tone="primary" wide to={place('/sign-in')}>
          {t('sign-in.title')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title={t('unlock.let-in-title')}
      subtitle={t('unlock.let-in-subtitle')}
      more={
        <p>
          <Link to={place('/sign-in')}>{t('recover.back')}</Link>
        </p>
      }
    >
      <Stack>
        {unlock.failure && <Note tone="bad">{unlock.failure}</Note>}
        <Button
          tone="primary"
          wide
          isBusy={unlock.isBusy}
          onClick={() => void unlock.act({ body: { token } })}
        >
          {t('unlock.let-in')}
        </Button>
      </Stack>
    </DoorPage>
  );
}
