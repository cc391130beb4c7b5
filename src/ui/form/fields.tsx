import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldState } from './form-state.ts';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import './form.css';

export type FieldWords = {
  readonly label: string;
  /** What helps to fill it in; below the field. */
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
};

type TextFieldProps = FieldState<string> &
  FieldWords & {
    /** What the browser may fill in: `email`, `given-name`, `street-address` … */
    readonly autoComplete?: string;
    readonly kind?: 'text' | 'email' | 'tel' | 'url' | 'search';
    readonly inputMode?: 'numeric' | 'decimal';
    readonly maxLength?: number;
    /** Numbers, codes: no wider than what goes in. */
    readonly isShort?: boolean;
    readonly autoFocus?: boolean;
    readonly suggestions?: readonly string[];
  };

/** One line of text. */
export function TextField({
  kind = 'text',
  isShort,
  suggestions,
  onChange,
  ...field
}: TextFieldProps) {
  const look = useLook(field);
  const { inputMode, maxLength, autoComplete, autoFocus, name, value } = field;
  const listId = `${name}-suggestions`;
  return (
    <div className={isShort ? 'field-short' : ''}>
      <TextInput
        {...look}
        name={name}
        value={value}
        type={kind}
        {...(autoComplete === undefined ? {} : { autoComplete })}
        {...(inputMode === undefined ? {} : { inputMode })}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(suggestions === undefined ? {} : { list: listId })}
        data-autofocus={autoFocus || undefined}
        ref={autoFocus ? focusOnce : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}

/** A password that may be looked at while it is typed. */
export function PasswordField({
  autoComplete,
  autoFocus,
  onChange,
  ...field
}: FieldState<string> &
  FieldWords & { autoComplete: 'current-password' | 'new-password'; autoFocus?: boolean }) {
  const { t } = useTranslation('ui');
  const look = useLook(field);
  return (
    <PasswordInput
      {...look}
      name={field.name}
      value={field.value}
      autoComplete={autoComplete}
      ref={autoFocus ? focusOnce : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Several lines of text. */
export function TextArea({
  onChange,
  maxLength,
  ...field
}: FieldState<string> & FieldWords & { maxLength?: number }) {
  const look = useLook(field);
  return (
    <Textarea
      {...look}
      classNames={{ ...look.classNames, input: 'input-box input-area' }}
      name={field.name}
      value={field.value}
      rows={4}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** One of a known list; the browser's own, which every keyboard and screen knows. */
export function SelectField<Value extends string>({
  of,
  onChange,
  ...field
}: FieldState<Value> &
  FieldWords & { of: readonly { readonly value: Value; readonly label: string }[] }) {
  const look = useLook(field);
  return (
    <NativeSelect
      {...look}
      name={field.name}
      value={field.value}
      data={of.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => {
        const chosen = of.find(({ value }) => value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

/** The same look, label, hint and announced error for every field. */
function useLook({ label, hint, error, isOptional }: FieldWords & { error: string | undefined }) {
  const { t } = useTranslation('ui');
  return {
    label: isOptional ? (
      <>
        {label} <span className="input-optional">{t('optional')}</span>
      </>
    ) : (
      label
    ),
    description: hint,
    error,
    errorProps: { role: 'alert' },
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as const satisfies Order as Order,
    classNames: {
      label: 'input-label',
      description: 'input-hint',
      error: 'input-error',
      input: 'input-box',
    },
  };
}
type Order = ('label' | 'input' | 'description' | 'error')[];

/** The first field of a door or a dialog; the browser scrolls for itself. */
function focusOnce(input: HTMLElement | null): void {
  if (input && !input.dataset['focused']) {
    input.dataset['focused'] = '';
    input.focus({ preventScroll: true });
  }
}
