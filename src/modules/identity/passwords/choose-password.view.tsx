import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField } from '#ui/form/fields.tsx';
import type { FormState } from '#ui/form/form-state.ts';
import { Form } from '#ui/form/form.tsx';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';

type Props = {
  readonly form: FormState<{ password: string }>;
  /** Whose sentences it says. */
  readonly words: 'reset' | 'replace';
  readonly more?: ReactNode;
};

/** A new password at a door. It signs nobody in; other sessions end. */
export function ChoosePassword({ form, words, more }: Props) {
  const { t } = useTranslation('identity');
  return (
    <DoorPage title={t(`${words}.title`)} subtitle={t(`${words}.subtitle`)} more={more}>
      <Form of={form} submit={t(`${words}.submit`)} wide>
        <PasswordField
          {...form.field('password')}
          label={t('field.new-password')}
          hint={t('reset.hint')}
          autoComplete="new-password"
          autoFocus
        />
      </Form>
    </DoorPage>
  );
}

/** It is set: the way to use it. */
export function PasswordSet() {
  const { t } = useTranslation('identity');
  return (
    <DoorPage title={t('reset.done')}>
      <Note tone="ok">{t('reset.ended')}</Note>
      <ButtonLink tone="primary" wide to={place('/sign-in')}>
        {t('sign-in.title')}
      </ButtonLink>
    </DoorPage>
  );
}
