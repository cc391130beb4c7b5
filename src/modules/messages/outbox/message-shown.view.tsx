import { useTranslation } from 'react-i18next';
import { DateTime } from '#ui/format/day.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { Card } from '#ui/page/card.tsx';
import { KeyValues } from '#ui/page/key-value.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { Letter } from '#ui/text/letter.tsx';

type Shown = {
  readonly address: string;
  readonly code: string;
  readonly queuedAt: string;
  readonly sentAt?: string | undefined;
  readonly text?: string | undefined;
};

/** A message: to whom, when, its code, and its words as they were sent. */
export function MessageShown({ address, code, queuedAt, sentAt, text }: Shown) {
  const { t } = useTranslation('messages');
  return (
    <Stack>
      <Card>
        {text === undefined ? (
          <Note title={t('shown.mailbox-only')}>{t('shown.mailbox-only-why')}</Note>
        ) : (
          <Letter>{text}</Letter>
        )}
      </Card>
      <Card title={t('shown.facts')}>
        <KeyValues
          of={[
            [t('shown.to'), address],
            [t('list.when'), <DateTime key="w" at={sentAt ?? queuedAt} />],
            [t('list.code'), <code key="c">{code}</code>],
          ]}
        />
      </Card>
    </Stack>
  );
}
