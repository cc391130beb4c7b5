import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/form/fields.tsx';
import type { FieldState } from '#ui/form/form-state.ts';

/** A code as people type it: of an app, of a text, or of the sheet for emergencies. */
export function CodeField({
  method,
  autoFocus = false,
  ...field
}: FieldState<string> & { method: 'totp' | 'sms' | 'emergency'; autoFocus?: boolean }) {
  const { t } = useTranslation('identity');
  const isDigits = method !== 'emergency';
  return (
    <TextField
      {...field}
      label={t(`code.${method}`)}
      hint={t(`code.${method}-hint`)}
      autoFocus={autoFocus}
      autoComplete={isDigits ? 'one-time-code' : 'off'}
      {...(isDigits ? { inputMode: 'numeric' as const } : {})}
      maxLength={isDigits ? 7 : 40}
    />
  );
}
