import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Reasons } from '#ui/text/reasons.tsx';
import { Link } from '#ui/text/link.tsx';
import { useAct } from '#web/api/acts.ts';
import { place } from '#web/routing/place.ts';
import { takeToken } from '#web/routing/token.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** Behind “this was not me” of a mail: says what will happen; only its button does it. */
export function NotMePage() {
  const { t } = useTranslation('identity');
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);
  const disown = useAct('disownByLink', { showsFailure: true, onDone: () => setDone(true) });
  if (isDone) {
    return (
      <DoorPage title={t('not-me.done')}>
        <Note tone="ok">{t('not-me.done-text')}</Note>
        <ButtonLink tone="primary" wide to={place('/recover')}>
          {t('not-me.next')}
        </ButtonLink>
      </DoorPage>
    );
  }
  if (token === '' || disown.failure !== undefined) {
    return (
      <DoorPage title={t('not-me.dead')}>
        <Note tone="bad" title={disown.failure ?? t('refusal.link-dead')}>
          {t('not-me.dead-text')}
        </Note>
        <ButtonLink tone="primary" wide to={place('/recover')}>
          {t('not-me.next')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title={t('not-me.title')}
      subtitle={t('not-me.subtitle')}
      more={
        <p>
          <Link to={place('/sign-in')}>{t('not-me.stay')}</Link>
        </p>
      }
    >
      <Stack>
        <Reasons
          of={[
            { tone: 'bad', title: t('not-me.ends') },
            { tone: 'bad', title: t('not-me.password') },
            { tone: 'ok', title: t('not-me.kept') },
          ]}
        />
        <Button
          tone="primary"
          wide
          isBusy={disown.isBusy}
          onClick={() => void disown.act({ body: { token } })}
        >
          {t('not-me.submit')}
        </Button>
      </Stack>
    </DoorPage>
  );
}
