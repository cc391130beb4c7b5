import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PasswordField, SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { splitAddress } from '#ui/text/link.tsx';
import { sessionChanged } from '#web/api/session.ts';
import { useForm } from '#web/api/use-form.ts';
import { useCountries } from '#web/language/countries.ts';

type Props = {
  readonly token: string;
  readonly address: string;
  readonly passwordMinimum: number;
};

/** Opens an account through the invitation: its mail proved the address already (R24). */
export function SignUpInvited({ token, address, passwordMinimum }: Props) {
  const { t } = useTranslation(['organizations', 'identity']);
  const language = useLanguage();
  const countries = useCountries();
  const navigate = useNavigate();
  const form = useForm('signUpInvited', {
    initial: { firstName: '', lastName: '', country: 'CH', password: '' },
    check: ({ firstName, lastName, password }) => ({
      firstName: firstName.trim() === '' ? t('identity:field.needed') : undefined,
      lastName: lastName.trim() === '' ? t('identity:field.needed') : undefined,
      password:
        [...password].length < passwordMinimum
          ? t('identity:refusal.password-short', { minimum: passwordMinimum })
          : undefined,
    }),
    send: (values) => ({ body: { ...values, token, language } }),
    onDone: (answer) => {
      if (answer.outcome !== 'signed-in') return;
      const { csrf, returnTo } = answer;
      void sessionChanged('user', csrf).then(() => navigate(splitAddress(returnTo)));
    },
  });
  return (
    <>
      <p>{t('invited.new-account', { address })}</p>
      <Form of={form} submit={t('invited.sign-up')} wide>
        <Fields>
          <TextField
            {...form.field('firstName')}
            label={t('identity:field.first-name')}
            autoComplete="given-name"
            autoFocus
          />
          <TextField
            {...form.field('lastName')}
            label={t('identity:field.last-name')}
            autoComplete="family-name"
          />
        </Fields>
        <SelectField
          {...form.field('country')}
          label={t('identity:field.country')}
          of={countries}
        />
        <PasswordField
          {...form.field('password')}
          label={t('identity:field.new-password')}
          hint={t('identity:field.password-hint', { minimum: passwordMinimum })}
          autoComplete="new-password"
        />
      </Form>
    </>
  );
}
