import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import type { FieldState } from '#ui/form/form-state.ts';
import type { AnswerOf } from '#web/api/client.ts';

export type Addresses = AnswerOf<'listAddresses'>;

/** The organization's own address, in place of the id of a stored one. */
export const ownAddress = 'own';

/** Where the bill goes unless somebody chooses; empty while no address is known. */
export function standingAddress({ addresses, own }: Addresses): string {
  const standing = addresses.find((address) => address.isDefault) ?? addresses[0];
  if (own.street && (own.isDefault || !standing)) return ownAddress;
  return standing?.addressId ?? '';
}

/** The billing address of an order (R50): a stored one, the organization's own, or a new one. */
export function ChooseAddress({
  known: { addresses, own },
  onAdd,
  ...field
}: FieldState<string> & { known: Addresses; onAdd: () => void }) {
  const { t } = useTranslation('subscriptions');
  return (
    <div>
      <ChoiceField
        {...field}
        label={t('choose.address')}
        of={[
          ...addresses.map((address) => ({
            value: address.addressId as string,
            label: address.name,
            note: `${address.street} ${address.number}, ${address.postcode} ${address.town}`,
          })),
          {
            value: ownAddress,
            label: own.name,
            note: `${own.street ?? ''} ${own.number ?? ''}, ${own.postcode ?? ''} ${own.town ?? ''}`,
            because: own.street ? undefined : t('choose.no-own-address'),
          },
        ]}
      />
      <Button tone="quiet" icon="add" onClick={onAdd}>
        {t('choose.other-address')}
      </Button>
    </div>
  );
}
