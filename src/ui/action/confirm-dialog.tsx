import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '#ui/feedback/note.tsx';
import { Consequences } from '#ui/text/consequences.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/**
 * Explains before it is done: what is lost, what stays, and the verb on the button. Where the
 * server
 * wants the password again, it is asked for by itself.
 */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  lost = [],
  kept = [],
  confirm,
  onConfirm,
  isBusy = false,
  failure,
  danger = false,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** What is gone afterwards, a sentence each. */
  lost?: readonly string[];
  /** What stays as it is. */
  kept?: readonly string[];
  confirm: string;
  onConfirm: () => void;
  isBusy?: boolean;
  failure?: string | undefined;
  danger?: boolean;
}) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose}>{t('go-back')}</Button>
          <Button tone={danger ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <Consequences lost={lost} kept={kept} />
      {failure && <Note tone="bad">{failure}</Note>}
    </Dialog>
  );
}
