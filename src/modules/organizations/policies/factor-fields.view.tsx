import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { DayField } from '#ui/form/day-field.tsx';
import { Fields } from '#ui/form/form.tsx';
import { NumberField } from '#ui/form/number-field.tsx';
import { SeveralField } from '#ui/form/several-field.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Link } from '#ui/text/link.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useOptionalData } from '#web/api/queries.ts';
import { usePlaces } from '#web/routing/place.ts';
import { factorMethods } from './factor-method.rules.ts';
import { isInReach, type PolicyFormState } from './policy-values.view.tsx';

type Place = { readonly organizationId: OrganizationId; readonly name: string };

/** Who must have a second factor, from when, and which count. */
export function FactorFields({
  form,
  days,
  organization,
  showsEffect,
}: {
  form: PolicyFormState;
  days: AnswerOf<'readPolicy'>;
  organization: Place;
  showsEffect: boolean;
}) {
  const { t } = useTranslation('organizations');
  const { factor, from } = form.values;
  return (
    <>
      <ChoiceField
        {...form.field('factor')}
        label={t('policies.required')}
        of={[
          { value: 'off', label: t('policies.off'), note: t('policies.off-note') },
          { value: 'on', label: t('policies.on'), note: t('policies.on-note') },
        ]}
      />
      {factor === 'on' && (
        <>
          <Fields>
            <DayField
              {...form.field('from')}
              label={t('policies.from')}
              earliest={days.earliest}
              latest={days.latest}
            />
            <NumberField {...form.field('graceDays')} label={t('policies.grace')} max={14} />
          </Fields>
          <p className="input-hint">{t('policies.days-hint')}</p>
          <Methods form={form} />
          {showsEffect && isInReach(from, days) && (
            <Effect form={form} organization={organization} />
          )}
        </>
      )}
    </>
  );
}

function Methods({ form }: { form: PolicyFormState }) {
  const { t } = useTranslation('organizations');
  return (
    <SeveralField
      {...form.field('methods')}
      label={t('policies.methods')}
      hint={t('policies.methods-hint')}
      of={factorMethods.map((value) => ({
        value,
        label: t(`policies.method.${value}`),
        note: t(`policies.method-note.${value}`),
      }))}
    />
  );
}

/** Whom it stops and when, before it is saved. */
function Effect({
  form,
  organization: { organizationId, name },
}: {
  form: PolicyFormState;
  organization: Place;
}) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const { from, graceDays } = form.values;
  const effect = useOptionalData('readPolicyEffect', {
    params: { organizationId },
    query: { from, graceDays },
  });
  if (!effect) return null;
  const { without, members, prepared, representatives } = effect;
  return (
    <Stack tight>
      {without === 0 ? (
        <Note tone="ok">{t('policies.effect-nobody')}</Note>
      ) : (
        <Note tone="info" title={t('policies.effect-some', { count: without, members })}>
          <p>{t('policies.effect-stopped', { day: format.day(effect.stopsOn), name })}</p>
          <Named effect={effect} />
        </Note>
      )}
      {prepared < 2 && (
        <Note tone="warn" title={t('policies.prepared')}>
          {t('policies.prepared-text', { prepared, total: representatives })}
        </Note>
      )}
    </Stack>
  );
}

/** The first of them by name; all of them on the members' page. */
function Named({ effect }: { effect: AnswerOf<'readPolicyEffect'> }) {
  const { t } = useTranslation('organizations');
  const at = usePlaces();
  const more = effect.without - effect.people.length;
  const names = [
    ...effect.people.map(({ name }) => name),
    ...(more > 0 ? [t('policies.effect-more', { count: more })] : []),
  ].join(', ');
  return (
    <p>
      {names}. {effect.you && t('policies.effect-you')}{' '}
      <Link to={at('/organization/members', undefined, { secondFactor: 'off' })}>
        {t('policies.effect-all')}
      </Link>
    </p>
  );
}
