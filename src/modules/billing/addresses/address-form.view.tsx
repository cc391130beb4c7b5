import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { SelectField, TextField } from '#ui/form/fields.tsx';
import { Fields, Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { useCountries } from '#web/language/countries.ts';

type Address = {
  readonly addressId: Id<'adr'>;
  readonly name: string;
  readonly attention?: string | undefined;
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  readonly isDefault: boolean;
};

type Props = {
  readonly organizationId: OrganizationId;
  readonly address: Address | undefined;
  readonly country: string;
  /** To begin with. */
  readonly name?: string;
  readonly onDone: (addressId: Id<'adr'>) => void;
};

/** Adds a billing address, or changes one for future documents. */
export function AddressForm(props: Props) {
  return props.address ? <Change {...props} address={props.address} /> : <Add {...props} />;
}

const empty = {
  name: '',
  attention: '',
  street: '',
  number: '',
  postcode: '',
  town: '',
  country: '',
  makeDefault: false,
};
type Values = typeof empty;

function Add({ organizationId, country, name = '', onDone }: Props) {
  const { t } = useTranslation('billing');
  const form = useForm('addAddress', {
    initial: { ...empty, name, country },
    check: useCheck(),
    send: ({ attention, ...values }) => ({
      params: { organizationId },
      body: { ...values, ...(attention === '' ? {} : { attention }) },
    }),
    said: t('addresses.added'),
    onDone: ({ addressId }) => onDone(addressId),
  });
  return (
    <Form of={form} submit={t('addresses.save')}>
      <AddressFields form={form} />
    </Form>
  );
}

function Change({ organizationId, address, onDone }: Props & { address: Address }) {
  const { t } = useTranslation('billing');
  const { addressId, isDefault, ...present } = address;
  const form = useForm('updateAddress', {
    initial: { ...present, attention: present.attention ?? '', makeDefault: isDefault },
    check: useCheck(),
    send: ({ attention, ...values }) => ({
      params: { organizationId, addressId },
      body: { ...values, ...(attention === '' ? {} : { attention }) },
    }),
    said: t('addresses.changed'),
    onDone: () => onDone(addressId),
  });
  return (
    <Form of={form} submit={t('addresses.save')}>
      <AddressFields form={form} />
    </Form>
  );
}

function useCheck() {
  const { t } = useTranslation('billing');
  return ({ name, street, postcode, town }: Values) => ({
    name: name.trim() === '' ? t('addresses.needed') : undefined,
    street: street.trim() === '' ? t('addresses.needed') : undefined,
    postcode: postcode.trim() === '' ? t('addresses.needed') : undefined,
    town: town.trim() === '' ? t('addresses.needed') : undefined,
  });
}

function AddressFields({ form }: { form: ReturnType<typeof useForm<'addAddress', Values>> }) {
  const { t } = useTranslation('billing');
  const countries = useCountries();
  return (
    <>
      <TextField
        {...form.field('name')}
        label={t('addresses.name')}
        autoComplete="organization"
        maxLength={70}
      />
      <TextField
        {...form.field('attention')}
        label={t('addresses.attention')}
        isOptional
        maxLength={70}
      />
      <Fields>
        <TextField
          {...form.field('street')}
          label={t('addresses.street')}
          autoComplete="address-line1"
          maxLength={70}
        />
        <TextField {...form.field('number')} label={t('addresses.number')} isShort maxLength={16} />
      </Fields>
      <Fields>
        <TextField
          {...form.field('postcode')}
          label={t('addresses.postcode')}
          autoComplete="postal-code"
          isShort
          maxLength={16}
        />
        <TextField
          {...form.field('town')}
          label={t('addresses.town')}
          autoComplete="address-level2"
          maxLength={35}
        />
      </Fields>
      <SelectField {...form.field('country')} label={t('addresses.country')} of={countries} />
      <CheckField {...form.field('makeDefault')} label={t('addresses.use-as-default')} />
    </>
  );
}
