import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { SelectField } from '#ui/form/fields.tsx';
import { useAct } from '#web/api/acts.ts';
import type { May, Member } from '../member-table.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly member: Member;
  readonly may: May;
  readonly onClose: () => void;
};

type StepDownTo = Exclude<MemberRole, 'legal_representative'>;
const lesser = memberRoles.filter((role): role is StepDownTo => role !== 'legal_representative');

/**
 * Another role for a member. Naming a legal representative can be a succession: whoever names steps
 * down in the same act (D4).
 */
export function ChangeRole({ organizationId, member, may, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const [role, choose] = useState<MemberRole>(member.role);
  const [stepDownTo, stepDown] = useState<StepDownTo | ''>('');
  const options = { said: t('members.saved'), showsFailure: true, onDone: onClose };
  const change = useAct('changeMember', options);
  const succeed = useAct('nameSuccessor', options);
  const isSuccession = role === 'legal_representative' && member.role !== role && !member.you;
  const mayName = may.includes('members.name-representatives');
  const params = { organizationId, userId: member.userId };
  const save = () =>
    isSuccession && stepDownTo !== ''
      ? succeed.act({ params, body: { stepDownTo } })
      : change.act({ params, body: { role } });
  const failure = change.failure ?? succeed.failure;

  const because = (value: MemberRole) => {
    if (value === member.role) return undefined;
    if (member.lastRepresentative) return t('members.last-representative');
    return value === 'legal_representative' && !mayName
      ? t('members.representatives-only')
      : undefined;
  };
  return (
    <>
      <ChoiceField
        name="role"
        label={t('members.role')}
        value={role}
        error={undefined}
        onChange={choose}
        of={memberRoles.map((value) => ({
          value,
          label: t(`role.${value}`),
          note: t(`role-note.${value}`),
          because: because(value),
        }))}
      />
      {isSuccession && mayName && (
        <SelectField
          name="step-down"
          label={t('members.and-you')}
          hint={t('members.and-you-hint')}
          value={stepDownTo}
          error={undefined}
          onChange={stepDown}
          of={[
            { value: '' as const, label: t('members.stay') },
            ...lesser.map((value) => ({
              value,
              label: t('members.become', { role: t(`role.${value}`) }),
            })),
          ]}
        />
      )}
      <p className="small muted">{t('members.told-by-mail', { name: member.name })}</p>
      {failure && <Note tone="bad">{failure}</Note>}
      <Buttons>
        <Button
          tone="primary"
          isBusy={change.isBusy || succeed.isBusy}
          onClick={() => (role === member.role ? onClose() : void save())}
        >
          {t('members.save-role')}
        </Button>
      </Buttons>
    </>
  );
}
