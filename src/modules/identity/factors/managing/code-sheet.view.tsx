import { useTranslation } from 'react-i18next';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { PrintedCodes } from '#ui/text/printed-codes.tsx';
import type { Side } from '#web/api/door.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { useInstance } from '#web/api/session.ts';
import { saveBlob } from '#web/api/upload.ts';

/** The ten codes, shown once: to download, to print, and then gone from the page (R63). */
export function CodeSheet({
  side,
  codes,
  onKept,
}: {
  side: Side;
  codes: readonly string[] | undefined;
  onKept: () => void;
}) {
  const { t } = useTranslation('identity');
  const head = t('two-factor.file-head', useWhose(side));
  const save = (): void => {
    const text = [head, '', ...(codes ?? []), ''].join('\r\n');
    saveBlob(new Blob([text], { type: 'text/plain' }), 'emergency-codes.txt');
  };
  return (
    <Dialog
      isOpen={codes !== undefined}
      onClose={onKept}
      title={t('two-factor.sheet')}
      foot={
        <Button tone="primary" onClick={onKept}>
          {t('two-factor.sheet-kept')}
        </Button>
      }
    >
      <p>{t('two-factor.sheet-why')}</p>
      <PrintedCodes head={head} codes={codes ?? []} />
      <Buttons>
        <Button icon="download" onClick={save}>
          {t('two-factor.download')}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {t('two-factor.print')}
        </Button>
      </Buttons>
    </Dialog>
  );
}

function useWhose(side: Side): { address: string; brand: string } {
  const { brand } = useInstance();
  const own = useOptionalData('whoAmI', {}, { enabled: side === 'user' });
  const staff = useOptionalData('staffSession', {}, { enabled: side === 'staff' });
  return { brand, address: own?.user?.address ?? staff?.staff.address ?? '' };
}
