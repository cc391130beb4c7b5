import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { Form } from '#ui/form/form.tsx';
import { useForm } from '#web/api/use-form.ts';
import { DoorPage } from '#web/shell/door.tsx';
import { looksLikeAddress } from '../accounts/typed-address.rules.ts';

type Props = {
  readonly by: 'requestReset' | 'requestUnlock';
  /** Whose sentences it says. */
  readonly words: 'recover' | 'unlock';
  readonly more: ReactNode;
};

/** Asks for a link to one's mailbox. The answer is the same for every address. */
export function RequestLink({ by, words, more }: Props) {
  const { t } = useTranslation('identity');
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm(by, {
    initial: { address: '' },
    check: ({ address }) => ({
      address: looksLikeAddress(address) ? undefined : t('field.not-an-address'),
    }),
    send: (body) => ({ body }),
    onDone: ({ address }) => setSentTo(address),
  });
  return (
    <DoorPage
      title={t(`${words}.title`)}
      subtitle={sentTo === undefined && t(`${words}.subtitle`)}
      more={more}
    >
      {sentTo === undefined ? (
        <Form of={form} submit={t(`${words}.submit`)} wide>
          <TextField
            {...form.field('address')}
            label={t('field.address')}
            kind="email"
            autoComplete="username"
            autoFocus
          />
        </Form>
      ) : (
        <Note tone="ok" title={t('sign-up.look')}>
          {t(`${words}.sent`, { address: sentTo })}
        </Note>
      )}
    </DoorPage>
  );
}
