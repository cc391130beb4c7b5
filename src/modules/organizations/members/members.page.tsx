import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { InviteDialog } from '../invitations/invite.view.tsx';
import { Invitations } from '../invitations/invitations.view.tsx';
import { MemberTable } from './member-table.view.tsx';

/** Who acts in the organization, as what, how well protected, and who was invited (N1). */
export function MembersPage({ organizationId }: { organizationId: OrganizationId }) {
  const { t } = useTranslation('organizations');
  const { may } = useData('readOrganization', { params: { organizationId } });
  const [isInviting, setInviting] = useState(false);
  const reason = may.includes('members.manage') ? undefined : t('members.not-yours');
  return (
    <Page
      title={t('members.title')}
      subtitle={t('members.subtitle')}
      help="members"
      actions={
        <Because reason={reason}>
          <Button tone="primary" icon="add" onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        </Because>
      }
    >
      <Stack>
        <Card bare>
          <MemberTable organizationId={organizationId} may={may} />
        </Card>
        <Invitations organizationId={organizationId} reason={reason} />
      </Stack>
      <InviteDialog
        organizationId={organizationId}
        mayName={may.includes('members.name-representatives')}
        isOpen={isInviting}
        onClose={() => setInviting(false)}
      />
    </Page>
  );
}
