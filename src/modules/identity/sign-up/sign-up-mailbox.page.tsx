import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { DoorPage } from '#web/shell/door.tsx';

/** On a demo: the mails to the address that was just typed in this browser, and nothing else. */
export function SignUpMailboxPage() {
  const { t } = useTranslation('identity');
  const mailbox = useOptionalData('signUpMailbox', {}, { everySeconds: 2 });
  return (
    <DoorPage
      title={t('mailbox.title')}
      subtitle={mailbox && t('mailbox.of', { address: mailbox.address })}
    >
      <Stack>
        {(mailbox?.mails ?? []).map((mail) => (
          <Card key={mail.sentAt} title={mail.subject}>
            <Stack tight>
              {mail.text
                .split('\n\n')
                .filter((part) => part.trim() !== '' && !part.includes('http'))
                .slice(0, 4)
                .map((part) => (
                  <p key={part}>{part}</p>
                ))}
              {mail.link && (
                <ButtonLink tone="primary" wide to={pathOf(mail.link)}>
                  {t('mailbox.follow')}
                </ButtonLink>
              )}
            </Stack>
          </Card>
        ))}
        {(mailbox?.mails ?? []).length === 0 && <Note>{t('mailbox.empty')}</Note>}
      </Stack>
    </DoorPage>
  );
}

function pathOf(link: string): string {
  const { pathname, search, hash } = new URL(link);
  return `${pathname}${search}${hash}`;
}
