import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Waiting } from '#ui/page/waiting.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { AddSmsDialog } from './add-sms.view.tsx';

/** Texts among the methods, the last of them: what they are, for whom, and why not (R57, R58). */
export function SmsMethod({
  onAdded,
}: {
  onAdded: (emergencyCodes: readonly string[] | null) => void;
}) {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  const { isOffered, countries, present } = useOptionalData('readSms', {}) ?? nothingKnown;
  const named = useFormat().countries(countries);
  const isStuck = present !== null && !present.isUsable && isOffered;
  return (
    <>
      <Waiting
        icon="message"
        tone={isStuck ? 'warn' : 'info'}
        title={t('sms.add')}
        action={
          <Because reason={isOffered ? undefined : t('sms.not-offered')}>
            <Button onClick={() => setOpen(true)}>{t(present ? 'sms.change' : 'sms.do')}</Button>
          </Because>
        }
      >
        {isStuck
          ? t(present.isStopped ? 'sms.paused' : 'sms.unusable', {
              number: present.number,
              countries: named,
            })
          : `${t('sms.why')} ${t('sms.countries', { countries: named })}`}
      </Waiting>
      {isOpen && (
        <AddSmsDialog
          countries={countries}
          onClose={() => setOpen(false)}
          onAdded={(codes) => {
            setOpen(false);
            onAdded(codes);
          }}
        />
      )}
    </>
  );
}

const nothingKnown = { isOffered: false, countries: [], present: null };
