import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { Link } from '#ui/text/link.tsx';
import { useForm } from '#web/api/use-form.ts';
import { useCountries } from '#web/language/countries.ts';
import { place } from '#web/routing/place.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { looksLikeAddress } from '../accounts/typed-address.rules.ts';

type Asked = { readonly address: string; readonly mailbox: boolean };

/** Opens an account: a name, an address, a country; the rest is behind the mailed link. */
export function SignUpPage() {
  const { t } = useTranslation('identity');
  const [asked, setAsked] = useState<Asked>();
  return asked ? (
    <LookInMailbox {...asked} />
  ) : (
    <DoorPage
      title={t('sign-up.title')}
      subtitle={t('sign-up.subtitle')}
      more={
        <p>
          {t('sign-up.have-one')} <Link to={place('/sign-in')}>{t('sign-in.title')}</Link>
        </p>
      }
    >
      <Ask onAsked={setAsked} />
    </DoorPage>
  );
}

function Ask({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { t } = useTranslation('identity');
  const language = useLanguage();
  const countries = useCountries();
  const form = useForm('signUp', {
    initial: { firstName: '', lastName: '', address: '', country: 'CH' },
    check: ({ firstName, lastName, address }) => ({
      firstName: firstName.trim() === '' ? t('field.needed') : undefined,
      lastName: lastName.trim() === '' ? t('field.needed') : undefined,
      address: looksLikeAddress(address) ? undefined : t('field.not-an-address'),
    }),
    send: (values) => ({ body: { ...values, language } }),
    onDone: onAsked,
  });
  return (
    <Form of={form} submit={t('sign-up.submit')} wide>
      <Fields>
        <TextField
          {...form.field('firstName')}
          label={t('field.first-name')}
          autoComplete="given-name"
          autoFocus
        />
        <TextField
          {...form.field('lastName')}
          label={t('field.last-name')}
          autoComplete="family-name"
        />
      </Fields>
      <TextField
        {...form.field('address')}
        label={t('field.address')}
        kind="email"
        autoComplete="email"
      />
      <SelectField
        {...form.field('country')}
        label={t('field.country')}
        hint={t('sign-up.currency')}
        of={countries}
      />
    </Form>
  );
}

function LookInMailbox({ address, mailbox }: Asked) {
  const { t } = useTranslation('identity');
  return (
    <DoorPage title={t('sign-up.look')} subtitle={t('sign-up.sent', { address })}>
      <Note>{t('sign-up.no-mail')}</Note>
      {mailbox && (
        <ButtonLink tone="primary" wide to={place('/sign-up/mailbox')}>
          {t('sign-up.open-mailbox')}
        </ButtonLink>
      )}
    </DoorPage>
  );
}
