import { useTranslation } from 'react-i18next';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { Empty } from '#ui/page/empty.tsx';
import { Page } from '#ui/page/page.tsx';
import { useData } from '#web/api/queries.ts';
import { ContactForm } from './contact.view.tsx';

/** What the reader is written to about, organization by organization (N1). */
export function NotificationsPage() {
  const { t } = useTranslation('organizations');
  const { rows } = useData('listMyContacts', {});
  return (
    <Page title={t('contact.title')} subtitle={t('contact.subtitle')} narrow help="notifications">
      {rows.length === 0 && (
        <Card>
          <Empty icon="mail" help="notifications">
            {t('contact.empty')}
          </Empty>
        </Card>
      )}
      <Stack>
        {rows.map(({ organizationId, userId, name, ...contact }) => (
          <Card key={organizationId} title={name}>
            <ContactForm organizationId={organizationId} userId={userId} contact={contact} />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
