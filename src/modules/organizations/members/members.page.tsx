import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { Invitations } from '../invitations/invitations.view.tsx';
import { InviteDialog } from '../invitations/invite.view.tsx';
import { MembersTable } from './members-table.view.tsx';

/** Who acts in the organization, and as what; and who may soon (N1, D3). */
export function MembersPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const { name, may } = useData('readOrganization', { params: { organizationId } });
  const [isInviting, setInviting] = useState(false);
  const reader = {
    manages: may.includes('members.manage'),
    names: may.includes('members.name-representatives'),
  };
  return (
    <Page
      title={t('members.title')}
      subtitle={t('members.subtitle')}
      help="members"
      actions={
        <Because reason={reader.manages ? undefined : t('invitations.only-managers')}>
          <Button tone="primary" icon="add" onClick={() => setInviting(true)}>
            {t('invitations.invite')}
          </Button>
        </Because>
      }
    >
      <Stack>
        <MembersTable organizationId={organizationId} organization={name} reader={reader} />
        <Invitations organizationId={organizationId} reader={reader} />
      </Stack>
      <InviteDialog
        organizationId={organizationId}
        mayName={reader.names}
        isOpen={isInviting}
        onClose={() => setInviting(false)}
      />
    </Page>
  );
}
