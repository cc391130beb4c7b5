import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { PasswordField, SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { splitAddress } from '#ui/text/link.tsx';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { countriesIn } from '#web/language/countries.ts';
import { place } from '#web/routing/place.ts';
import type { Opened } from './invitation-card.view.tsx';

const initial = { firstName: '', lastName: '', country: 'CH', password: '' };

/** A new account for the invited address: the link proved the mailbox (R24). */
export function SignUpByInvitation({ opened, token }: { opened: Opened; token: string }) {
  const { t } = useTranslation('organizations');
  const { t: say } = useTranslation('identity');
  const navigate = useNavigate();
  const language = useLanguage();
  const { address, passwordMinimum: minimum } = opened;
  const form = useForm('signUpInvited', {
    initial,
    check: ({ firstName, lastName, password }) => ({
      firstName: firstName.trim() === '' ? say('field.needed') : undefined,
      lastName: lastName.trim() === '' ? say('field.needed') : undefined,
      password:
        [...password].length < minimum ? say('refusal.password-short', { minimum }) : undefined,
    }),
    send: (values) => ({ body: { ...values, token, language } }),
    onDone: (answer) => {
      if (answer.outcome !== 'signed-in') return void navigate({ to: place('/sign-in') });
      const { csrf, returnTo } = answer;
      return void sessionChanged('user', csrf).then(() => navigate(splitAddress(returnTo)));
    },
  });
  return (
    <>
      <Note>{t('invitation.sign-up', { address })}</Note>
      <Form of={form} submit={t('invitation.sign-up-button')} wide>
        <Fields>
          <TextField
            {...form.field('firstName')}
            label={say('field.first-name')}
            autoComplete="given-name"
          />
          <TextField
            {...form.field('lastName')}
            label={say('field.last-name')}
            autoComplete="family-name"
          />
        </Fields>
        <SelectField
          {...form.field('country')}
          label={say('field.country')}
          of={countriesIn(language)}
        />
        <PasswordField
          {...form.field('password')}
          label={say('field.new-password')}
          hint={say('field.password-hint', { minimum })}
          autoComplete="new-password"
        />
      </Form>
    </>
  );
}
