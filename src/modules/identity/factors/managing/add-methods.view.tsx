import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import type { IconName } from '#ui/icon/icon.tsx';
import { Waiting, WaitingList } from '#ui/page/waiting.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import type { Side } from '#web/api/door.ts';
import { knowsPasskeys } from '#web/api/passkeys.ts';
import { SmsMethod } from '../sms/sms-method.view.tsx';
import { AddPushDialog } from '../../authenticator/pairing/add-push.view.tsx';
import { AddPasskeyDialog } from './add-passkey.view.tsx';
import { AddTotpDialog } from './add-totp.view.tsx';

type Added = (emergencyCodes: readonly string[] | null) => void;
type Choice = 'passkey' | 'push' | 'totp' | 'key';

const pictures = { passkey: 'fingerprint', totp: 'digits', key: 'key' } as const satisfies Record<
  Exclude<Choice, 'push'>,
  IconName
>;

/** What can be added, the strongest first; what cannot yet says why (D9, MF-11). */
export function AddMethods({
  side,
  list: { kinds, isNamed, needsBeginning },
  begins,
  onAdded,
}: {
  side: Side;
  list: AnswerOf<'listFactors'>;
  /** What somebody who comes from an offer has chosen already. */
  begins?: 'passkey' | undefined;
  onAdded: Added;
}) {
  const { t } = useTranslation('identity');
  const [choice, setChoice] = useState<Choice | undefined>(knowsPasskeys() ? begins : undefined);
  const close = (): void => setChoice(undefined);
  const added: Added = (codes) => {
    close();
    onAdded(codes);
  };
  const reason = knowsPasskeys() ? undefined : t('two-factor.no-passkeys');
  // a key that only knows of a touch stands beside the password, where there is anything beside it
  const offered = (['passkey', 'totp', 'key'] as const).filter((one) =>
    kinds.includes(one === 'passkey' ? one : 'totp'),
  );
  return (
    <>
      <WaitingList>
        {offered.map((one) => (
          <Waiting
            key={one}
            icon={pictures[one]}
            title={t(`two-factor.add-${one}`)}
            action={
              <Because reason={one === 'totp' ? undefined : reason}>
                <Button onClick={() => setChoice(one)}>{t(`two-factor.do.${one}`)}</Button>
              </Because>
            }
          >
            {t(`two-factor.add-${one}-why`)}
            {isNamed && one !== 'totp' && ` ${t('staff-door.named')}`}
          </Waiting>
        ))}
        {kinds.includes('push') && (
          <Waiting
            icon="phone"
            title={t('authenticator.add')}
            action={<Button onClick={() => setChoice('push')}>{t('authenticator.do')}</Button>}
          >
            {t('authenticator.add-why')}
          </Waiting>
        )}
        {kinds.includes('sms') && <SmsMethod onAdded={onAdded} />}
      </WaitingList>
      {choice === 'push' && <AddPushDialog onClose={close} onAdded={added} />}
      {choice === 'totp' && (
        <AddTotpDialog {...{ side, needsBeginning }} onClose={close} onAdded={added} />
      )}
      {(choice === 'passkey' || choice === 'key') && (
        <AddPasskeyDialog {...{ side, choice, needsBeginning }} onClose={close} onAdded={added} />
      )}
    </>
  );
}
