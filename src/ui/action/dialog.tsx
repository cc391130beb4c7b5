import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import './dialog.css';

type DialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the deciding one last. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
};

/**
 * A question that waits for an answer. The browser traps the focus and gives it back; where there
 * is something to type, typing can begin.
 */
export function Dialog({ isOpen, onClose, title, children, foot, wide = false }: DialogProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const ref = useModal(isOpen);
  useEffect(() => {
    const field = ref.current?.querySelector<HTMLElement>(
      '.dialog-body :is(input, select, textarea)',
    );
    if (isOpen && field?.matches(typed)) field.focus();
  }, [isOpen, ref]);
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => event.stopPropagation()}
    >
      {isOpen && (
        <>
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </>
      )}
    </dialog>
  );
}

/** The navigation of small screens: it comes in at the start, over the page. */
export function Drawer({
  isOpen,
  onClose,
  label,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
}) {
  const ref = useModal(isOpen);
  return (
    <dialog
      ref={ref}
      className="panel panel-start"
      aria-label={label}
      onClose={onClose}
      closedby="any"
    >
      {isOpen && children}
    </dialog>
  );
}

/** A panel beside the page, which can still be used: guides. Escape closes it. */
export function Panel({
  isOpen,
  onClose,
  label,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && dialog && !dialog.open) dialog.show();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={ref}
      className="panel panel-beside"
      aria-label={label}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {isOpen && children}
    </dialog>
  );
}

/** Fields into which words are typed; a choice keeps what is chosen until it is looked at. */
const typed = 'textarea, input:not([type=radio], [type=checkbox], [type=file])';

/** Opens and closes the browser's own modal dialog with a state. */
export function useModal(isOpen: boolean) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && dialog && !dialog.open) dialog.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return ref;
}
