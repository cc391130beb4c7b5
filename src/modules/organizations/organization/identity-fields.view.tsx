import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#kernel/language.ts';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import type { FormState } from '#ui/form/form-state.ts';
import { Fields } from '#ui/form/form.tsx';
import { useTextLanguage } from '#ui/format/use-format.ts';
import { useCountries } from '#web/language/countries.ts';

export type IdentityValues = {
  name: string;
  kind: 'person' | 'company';
  street: string;
  number: string;
  postcode: string;
  town: string;
  country: string;
  vatNumber: string;
  phone: string;
  language: Language;
};

/** What the API wants, from what was typed: empty means none. */
export function identityOf({
  street,
  number,
  postcode,
  town,
  vatNumber,
  phone,
  ...rest
}: IdentityValues) {
  const hasAddress = [street, number, postcode, town].some((text) => text.trim() !== '');
  return {
    ...rest,
    vatNumber: vatNumber.trim() === '' ? null : vatNumber,
    phone: phone.trim() === '' ? null : phone,
    address: hasAddress ? { street, number, postcode, town } : null,
  };
}

type Props = {
  readonly form: FormState<IdentityValues>;
  /** What the register said about the VAT number that is saved. */
  readonly vatHint?: string | undefined;
  /** Below the country: what it means for prices. */
  readonly consequence: React.ReactNode;
};

/** The fields of legal identity: of a new organization and of one that changes. */
export function IdentityFields({ form, vatHint, consequence }: Props) {
  const { t } = useTranslation('organizations');
  const language = useTextLanguage();
  const countries = useCountries();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (
    <>
      <ChoiceField
        {...form.field('kind')}
        label={t('identity.kind')}
        of={[
          { value: 'company', label: t('kind.company') },
          { value: 'person', label: t('kind.person') },
        ]}
      />
      <TextField
        {...form.field('name')}
        label={t('identity.name')}
        autoComplete="organization"
        maxLength={70}
      />
      <AddressFields form={form} />
      <SelectField {...form.field('country')} label={t('identity.country')} of={countries} />
      {consequence}
      <TextField
        {...form.field('vatNumber')}
        label={t('identity.vat-number')}
        isOptional
        maxLength={30}
        {...(vatHint === undefined ? {} : { hint: vatHint })}
      />
      <TextField
        {...form.field('phone')}
        label={t('identity.phone')}
        hint={t('identity.phone-hint')}
        kind="tel"
        autoComplete="tel"
        isOptional
        maxLength={40}
      />
      <SelectField
        {...form.field('language')}
        label={t('identity.language')}
        of={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
    </>
  );
}

function AddressFields({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation('organizations');
  return (
    <>
      <Fields>
        <TextField
          {...form.field('street')}
          label={t('identity.street')}
          autoComplete="address-line1"
          maxLength={70}
        />
        <TextField {...form.field('number')} label={t('identity.number')} isShort maxLength={16} />
      </Fields>
      <Fields>
        <TextField
          {...form.field('postcode')}
          label={t('identity.postcode')}
          autoComplete="postal-code"
          isShort
          maxLength={16}
        />
        <TextField
          {...form.field('town')}
          label={t('identity.town')}
          autoComplete="address-level2"
          maxLength={35}
        />
      </Fields>
    </>
  );
}
