import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import type { FormState } from './form-state.ts';
import './form.css';

/**
 * Fields, what was wrong with the whole, and the one button, with its verb. A refused try moves the
 * focus to the first field in question.
 */
export function Form<V>({
  of,
  submit,
  wide = false,
  children,
  onCancel,
  beside,
}: {
  of: FormState<V>;
  /** The verb on the button: "Pay CHF 48.60". */
  submit: string;
  /** The button as wide as the form: doors. */
  wide?: boolean;
  children?: ReactNode;
  onCancel?: () => void;
  /** Beside the button: what it costs, another way. */
  beside?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const ref = useRef<HTMLFormElement>(null);
  const fails = useFirstWrongField(ref, of.failure);
  return (
    <form
      ref={ref}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        fails.arm();
        if (!of.isBusy) void of.submit();
      }}
    >
      {of.failure && <Note tone="bad">{of.failure}</Note>}
      {children}
      <div className="form-foot">
        <Button tone="primary" submits isBusy={of.isBusy} wide={wide}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        {beside}
      </div>
    </form>
  );
}

/** Once after each try, the focus goes to the first field that is not right. */
function useFirstWrongField(ref: React.RefObject<HTMLFormElement | null>, failure: unknown) {
  const isArmed = useRef(false);
  useEffect(() => {
    if (!isArmed.current) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (!wrong && failure === undefined) return;
    isArmed.current = false;
    (wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong)?.focus();
  });
  return {
    arm: () => {
      isArmed.current = true;
    },
  };
}

/** Fields side by side; they wrap where there is no room. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="fields">{children}</div>;
}
