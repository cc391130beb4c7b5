import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Link } from '#ui/text/link.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import { useAct } from '#web/api/acts.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Behind “keep this method” of a mail: says what will happen; only its button does it. */
export function KeepMethodPage() {
  const { t } = useTranslation('identity');
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);
  const keep = useAct('keepFactorByLink', { showsFailure: true, onDone: () => setDone(true) });
  const isDead = token === '' || keep.refusal?.code === 'identity.link-dead';
  if (isDone) {
    return (
      <DoorPage title={t('keep-method.done')}>
        <Note tone="ok">{t('keep-method.done-text')}</Note>
        <ButtonLink tone="primary" wide to={place('/recover')}>
          {t('keep-method.next')}
        </ButtonLink>
      </DoorPage>
    );
  }
  if (token === '' || keep.failure !== undefined) {
    return (
      <DoorPage title={t('keep-method.dead')}>
        <Note tone="bad">{isDead ? t('keep-method.dead-text') : keep.failure}</Note>
        <ButtonLink tone="primary" wide to={place('/sign-in')}>
          {t('keep-method.sign-in')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title={t('keep-method.title')}
      subtitle={t('keep-method.subtitle')}
      more={
        <p>
          <Link to={place('/sign-in')}>{t('keep-method.leave')}</Link>
        </p>
      }
    >
      <Stack>
        <Reasons
          of={[
            { tone: 'ok', title: t('keep-method.stays') },
            { tone: 'ok', title: t('keep-method.nothing') },
          ]}
        />
        <Button
          tone="primary"
          wide
          isBusy={keep.isBusy}
          onClick={() => void keep.act({ body: { token } })}
        >
          {t('keep-method.submit')}
        </Button>
      </Stack>
    </DoorPage>
  );
}
