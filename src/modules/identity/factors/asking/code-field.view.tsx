import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/form/fields.tsx';
import type { FieldState } from '#ui/form/form-state.ts';

/** A code as people type it: of an app, or of the sheet for emergencies. */
export function CodeField({
  method,
  autoFocus = false,
  ...field
}: FieldState<string> & { method: 'totp' | 'emergency'; autoFocus?: boolean }) {
  const { t } = useTranslation('identity');
  const isApp = method === 'totp';
  return (
    <TextField
      {...field}
      label={t(`code.${method}`)}
      hint={t(`code.${method}-hint`)}
      autoFocus={autoFocus}
      autoComplete={isApp ? 'one-time-code' : 'off'}
      {...(isApp ? { inputMode: 'numeric' as const } : {})}
      maxLength={isApp ? 7 : 40}
    />
  );
}
