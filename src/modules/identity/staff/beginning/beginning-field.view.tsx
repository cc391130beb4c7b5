import { useTranslation } from 'react-i18next';
import type { FieldState } from '#ui/form/form-state.ts';
import { TextField } from '#ui/form/fields.tsx';

/** The code with which one of the staff sets up a first method. */
export function BeginningField(field: FieldState<string>) {
  const { t } = useTranslation('identity');
  return (
    <TextField
      {...field}
      label={t('staff-door.code')}
      hint={t('staff-door.code-hint')}
      autoComplete="off"
      maxLength={100}
    />
  );
}
