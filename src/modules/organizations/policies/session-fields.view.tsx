import { useTranslation } from 'react-i18next';
import { CheckField } from '#ui/form/choice-fields.tsx';
import { SelectField } from '#ui/form/fields.tsx';
import { Fields } from '#ui/form/form.tsx';
import { isLimited, type PolicyFormState } from './policy-values.view.tsx';

const minutes = [5, 10, 15, 30, 45] as const;
const hours = [1, 4, 8, 12] as const;

/** How long sessions may last, and whether they may be kept. */
export function SessionFields({ form }: { form: PolicyFormState }) {
  const { t } = useTranslation('organizations');
  const { idle, absolute } = form.values;
  return (
    <>
      <Fields>
        <SelectField
          {...form.field('idle')}
          label={t('policies.idle')}
          of={[
            { value: '', label: t('policies.idle-usual') },
            ...withChosen(minutes, idle).map((count) => ({
              value: String(count),
              label: t('policies.idle-minutes', { count }),
            })),
          ]}
        />
        <SelectField
          {...form.field('absolute')}
          label={t('policies.absolute')}
          of={[
            { value: '', label: t('policies.absolute-usual') },
            ...withChosen(hours, absolute).map((count) => ({
              value: String(count),
              label: t('policies.absolute-hours', { count }),
            })),
          ]}
        />
      </Fields>
      {isLimited(form.values) ? (
        <p className="muted">{t('policies.stay-limited')}</p>
      ) : (
        <CheckField
          {...form.field('mayStay')}
          label={t('policies.stay')}
          hint={t('policies.stay-hint')}
        />
      )}
    </>
  );
}

/** Another number may have been chosen through the API. */
function withChosen(usual: readonly number[], chosen: string): readonly number[] {
  const number = Number(chosen);
  if (chosen === '' || usual.includes(number)) return usual;
  return [...usual, number].toSorted((a, b) => a - b);
}
