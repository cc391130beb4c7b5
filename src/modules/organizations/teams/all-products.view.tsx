import { useTranslation } from 'react-i18next';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useAct } from '#web/api/acts.ts';
import { productRights, type ProductRight } from '../members/rights.rules.ts';

type Props = {
  readonly organizationId: OrganizationId;
  readonly teamId: Id<'tea'>;
  readonly value: ProductRight | null;
  /** Why it cannot be changed. */
  readonly reason: string | undefined;
};

/** The right that a team has on all products, also on those to come. */
export function AllProducts({ organizationId, teamId, value, reason }: Props) {
  const { t } = useTranslation('organizations');
  const change = useAct('changeTeam', { said: t('team.all-saved') });
  return (
    <Card title={t('team.all-products')}>
      <Stack tight>
        <ChoiceField
          name="all"
          label={t('team.right')}
          value={value ?? 'none'}
          error={undefined}
          onChange={(chosen) => {
            const allProducts = chosen === 'none' ? null : chosen;
            void change.act({ params: { organizationId, teamId }, body: { allProducts } });
          }}
          of={(['none', ...productRights] as const).map((right) => ({
            value: right,
            label: t(`team.all-${right}`),
            note: t(`team.all-${right}-note`),
            because: right === (value ?? 'none') ? undefined : reason,
          }))}
        />
        <p className="small muted">{t('team.all-hint')}</p>
      </Stack>
    </Card>
  );
}
