import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BecauseAll, type Hindrance } from '#ui/action/because.tsx';
import { IconButton } from '#ui/action/button.tsx';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { useTranslated } from '#ui/format/translated.ts';
import { HelpLink } from '#ui/help/help-link.tsx';
import { Beside } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import { place } from '#web/routing/place.ts';
import type { MyOrganization } from '#web/shell/my-organizations.ts';

type Blocker = MyOrganization['leaving']['blockedBy'][number];

/**
 * The icon right of an organization's name that leaves it (R32), or why it cannot (D2). `children`
 * is the name.
 */
export function Leave({ row, children }: { row: MyOrganization; children: ReactNode }) {
  const { t } = useTranslation('organizations');
  const { organizationId, name } = row;
  const hindrances = useHindrances(row);
  const [isAsked, setAsked] = useState(false);
  const leave = useAct('leaveOrganization', {
    said: t('leaving.done', { name }),
    showsFailure: true,
  });
  return (
    <>
      <BecauseAll of={hindrances}>
        <Beside>
          {children}
          <IconButton
            icon="leave"
            label={t('leaving.leave', { name })}
            onClick={() => setAsked(true)}
          />
        </Beside>
      </BecauseAll>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('leaving.sure', { name })}
        lost={[t('leaving.lost-access'), t('leaving.lost-rights'), t('leaving.lost-way-back')]}
        kept={[t('leaving.kept-account'), t('leaving.kept-work')]}
        confirm={t('leaving.confirm')}
        danger
        isBusy={leave.isBusy}
        failure={leave.failure}
        onConfirm={() => void leave.act({ body: { organizationId } })}
      >
        <HelpLink guide="leave-organization" />
      </ConfirmDialog>
    </>
  );
}

/** Each condition that is not clear, with the page where the reader settles it, if they may. */
function useHindrances({ organizationId, may, leaving }: MyOrganization): readonly Hindrance[] {
  const { t } = useTranslation('organizations');
  const translated = useTranslated();
  const hindranceOf = ({ kind, product }: Blocker): Hindrance => {
    const label = t(`leaving.way-${kind}`);
    if (kind === 'last-member' || kind === 'last-representative') {
      const to = place(ways[kind], { organizationId });
      return { reason: t(`leaving.${kind}`), wayOut: { label, to } };
    }
    const said = { product: product ? product.label || translated(product.productName) : '' };
    const isTheirs = may.includes('products.manage') && product !== null;
    if (!isTheirs) return { reason: t(`leaving.ask-${kind}`, said) };
    const { subscriptionId } = product;
    const to = place(ways.product, { organizationId, subscriptionId });
    return { reason: t(`leaving.${kind}`, said), wayOut: { label, to } };
  };
  return leaving.blockedBy.map(hindranceOf).map(({ reason, ...wayOut }, index) => ({
    reason: t(index === 0 ? 'leaving.first' : 'leaving.also', { reason }),
    ...wayOut,
  }));
}

const ways = {
  'last-member': '/o/$organizationId/organization/deletion',
  'last-representative': '/o/$organizationId/organization/members',
  product: '/o/$organizationId/products/$subscriptionId',
} as const;
