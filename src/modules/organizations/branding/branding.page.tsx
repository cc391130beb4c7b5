import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Halves, Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { AppPreview, PortalPreview } from '#web/shell/brand-preview.tsx';
import { lookOf } from '#web/shell/organization-mark.tsx';
import { AppBrandDialog } from './app-brand.view.tsx';
import { PortalBrandDialog } from './portal-brand.view.tsx';

/** How the organization shows itself: in the portal, in services, in its mails (R97–R107). */
export function BrandingPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const params = { organizationId };
  const { name, role, may } = useData('readOrganization', { params });
  const brand = useData('readBranding', { params });
  const [open, setOpen] = useState<'portal' | 'apps'>();
  const look = lookOf({ organizationId, name, brand });
  const dialog = {
    organizationId,
    look,
    role: t(`role.${role}`),
    onClose: () => setOpen(undefined),
  };
  const who = { label: t('identity.who'), to: at('/organization/members') };
  const forbidden = may.includes('organization.brand') ? undefined : t('branding.not-yours');
  return (
    <Page title={t('branding.title')} subtitle={t('branding.subtitle', { name })} help="branding">
      <Stack>
        <Halves>
          <Card title={t('branding.portal')}>
            <Stack>
              <PortalPreview look={look} role={dialog.role} caption={t('branding.now')} />
              <Because reason={forbidden} wayOut={who}>
                <Buttons>
                  <Button onClick={() => setOpen('portal')}>
                    {t('branding.customize-portal')}
                  </Button>
                </Buttons>
              </Because>
            </Stack>
          </Card>
          <Card title={t('branding.apps')}>
            <Stack>
              <AppPreview look={look} app={t('branding.app')} caption={t('branding.now')} />
              <Because
                reason={forbidden ?? (look.square === undefined ? undefined : t('branding.alone'))}
                {...(forbidden === undefined ? {} : { wayOut: who })}
              >
                <Buttons>
                  <Button onClick={() => setOpen('apps')}>{t('branding.customize-apps')}</Button>
                </Buttons>
              </Because>
            </Stack>
          </Card>
        </Halves>
        <Note tone="info">{t('branding.advanced')}</Note>
      </Stack>
      <PortalBrandDialog {...dialog} isOpen={open === 'portal'} />
      <AppBrandDialog {...dialog} isOpen={open === 'apps'} />
    </Page>
  );
}
