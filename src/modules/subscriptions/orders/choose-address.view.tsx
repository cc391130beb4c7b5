import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { Link } from '#ui/text/link.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';

type AddressId = `adr_${string}`;

/** The billing address of an order (R50): one of the stored ones, or the organization's own. */
export function ChooseAddress({
  organizationId,
  chosen,
  onChoose,
}: {
  organizationId: OrganizationId;
  chosen: AddressId | undefined;
  onChoose: (addressId: AddressId | undefined) => void;
}) {
  const { t } = useTranslation('subscriptions');
  const at = usePlaces();
  const known = useOptionalData('listAddresses', { params: { organizationId } });
  if (!known) return null;
  const { addresses, own } = known;
  const standing = addresses.find((address) => address.isDefault)?.addressId;
  return (
    <div>
      <ChoiceField
        name="address"
        label={t('choose.address')}
        error={undefined}
        value={chosen ?? standing ?? 'own'}
        onChange={(value) => onChoose(value === 'own' ? undefined : (value as AddressId))}
        of={[
          ...addresses.map((address) => ({
            value: address.addressId as string,
            label: address.name,
            note: `${address.street} ${address.number}, ${address.postcode} ${address.town}`,
          })),
          {
            value: 'own',
            label: own.name,
            note: own.street
              ? `${own.street} ${own.number ?? ''}, ${own.postcode ?? ''} ${own.town ?? ''}`
              : t('choose.own-address'),
          },
        ]}
      />
      <Link to={at('/billing/addresses')}>{t('choose.other-address')}</Link>
    </div>
  );
}
