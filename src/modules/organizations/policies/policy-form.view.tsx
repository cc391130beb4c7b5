import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Form } from '#ui/form/form.tsx';
import { useFormat } from '#ui/format/use-format.ts';
import { Stack } from '#ui/page/arrange.tsx';
import { Section } from '#ui/page/card.tsx';
import type { AnswerOf } from '#web/api/client.ts';
import { useForm } from '#web/api/use-form.ts';
import { FactorFields } from './factor-fields.view.tsx';
import { inputOf, isInReach, valuesOf } from './policy-values.view.tsx';
import { keepsStrongMethod } from './factor-method.rules.ts';
import { SessionFields } from './session-fields.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly policy: AnswerOf<'readPolicy'>;
  readonly mayEdit: boolean;
};

/** The rules with what they do; to require no second factor any more is asked once again. */
export function PolicyForm({ organizationId, name, policy, mayEdit }: Props) {
  const { t } = useTranslation('organizations');
  const [isAsked, setAsked] = useState(false);
  const form = usePolicyForm({ organizationId, policy });
  const { factor, wasRequired } = form.values;
  const isSwitchedOff = wasRequired && factor === 'off';
  const submit = async () => (isSwitchedOff ? setAsked(true) : form.submit());
  const confirm = async (): Promise<void> => {
    await form.submit();
    setAsked(false);
  };
  return (
    <>
      <Form of={{ ...form, submit }} submit={t('policies.save')}>
        <Section title={t('policies.factor')}>
          <Stack>
            <FactorFields
              form={form}
              days={policy}
              organization={{ organizationId, name }}
              showsEffect={mayEdit}
            />
          </Stack>
        </Section>
        <Section title={t('policies.sessions')}>
          <Stack>
            <SessionFields form={form} />
            <p className="muted">{t('policies.sessions-at-once')}</p>
            <p className="muted">{t('policies.elsewhere')}</p>
          </Stack>
        </Section>
      </Form>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('policies.off-title')}
        lost={[t('policies.off-lost', { name })]}
        kept={[t('policies.off-kept')]}
        confirm={t('policies.off-confirm')}
        danger
        isBusy={form.isBusy}
        onConfirm={() => void confirm()}
      />
    </>
  );
}

function usePolicyForm({ organizationId, policy }: Pick<Props, 'organizationId' | 'policy'>) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const { earliest, latest } = policy;
  const form = useForm('savePolicy', {
    initial: valuesOf(policy),
    check: ({ factor, from, methods }) => ({
      from:
        factor === 'off' || isInReach(from, policy)
          ? undefined
          : t('policies.from-between', {
              earliest: format.day(earliest),
              latest: format.day(latest),
            }),
      methods: keepsStrongMethod(methods) ? undefined : t('policies.strong-needed'),
    }),
    send: (values) => ({ params: { organizationId }, body: inputOf(values) }),
    onDone: (saved, { basedOn }) => {
      say.done(t(saved.version === basedOn ? 'policies.same' : 'policies.saved'));
      form.set(valuesOf(saved)); // what was saved is what the next change is based on
    },
  });
  return form;
}
