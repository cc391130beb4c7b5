import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import type { MyOrganization } from '#web/shell/my-organizations.ts';

type Props = {
  readonly rows: readonly MyOrganization[];
  /** What the product is paid in. */
  readonly currency: string;
  readonly chosen: OrganizationId | undefined;
  readonly onChoose: (chosen: OrganizationId) => void;
};

/** Organizations of the reader's; those that cannot have the product say why. */
export function ChooseTarget({ rows, currency, chosen, onChoose }: Props) {
  const { t } = useTranslation('subscriptions');
  const becauseOf = (row: MyOrganization): string | undefined => {
    if (!row.may.includes('products.order')) return t('move.no-right');
    return row.currency === currency
      ? undefined
      : t('move.other-currency', { currency, wanted: row.currency });
  };
  return (
    <ChoiceField<OrganizationId | ''>
      name="target"
      label={t('move.target')}
      value={chosen ?? ''}
      error={undefined}
      of={rows.map((row) => ({
        value: row.organizationId,
        label: row.name,
        end: row.customerNumber,
        because: becauseOf(row),
      }))}
      onChange={(value) => {
        if (value !== '') onChoose(value);
      }}
    />
  );
}
