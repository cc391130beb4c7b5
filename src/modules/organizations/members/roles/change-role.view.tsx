import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { ConfirmDialog } from '#ui/action/confirm-dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { CheckField, ChoiceField } from '#ui/form/choice-fields.tsx';
import { useAct } from '#web/api/acts.ts';
import type { Member } from '../member-actions.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly member: Member | undefined;
  /** The reader names and demotes legal representatives. */
  readonly mayName: boolean;
  readonly onClose: () => void;
};

/** Another role for a member; naming a successor and stepping down is one act (D4). */
export function ChangeRoleDialog({ member, ...props }: Props) {
  return member ? <ChangeRole key={member.userId} {...props} member={member} /> : null;
}

function ChangeRole({ organizationId, member, mayName, onClose }: Props & { member: Member }) {
  const { t } = useTranslation('organizations');
  const { name, you, userId } = member;
  const [role, setRole] = useState<MemberRole>(member.role);
  const [billingRight, setBillingRight] = useState(member.billingRight);
  const [stepsDown, setStepsDown] = useState(false);
  const options = {
    said: t('members.role-changed', { name }),
    showsFailure: true,
    onDone: onClose,
  } as const;
  const change = useAct('changeMember', options);
  const succeed = useAct('nameSuccessor', options);
  const isSuccession = role === 'legal_representative' && role !== member.role && !you;
  const params = { organizationId, userId };

  function confirm(): void {
    if (role === member.role && billingRight === member.billingRight) onClose();
    else if (isSuccession && stepsDown) {
      void succeed.act({ params, body: { stepDownTo: 'administrator' } });
    } else void change.act({ params, body: { role, billingRight } });
  }

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('members.role-of', { name })}
      confirm={t('members.save-role')}
      isBusy={change.isBusy || succeed.isBusy}
      failure={change.failure ?? succeed.failure}
      onConfirm={confirm}
    >
      {you && <Note tone="warn">{t('members.your-own-role')}</Note>}
      <RoleField value={role} onChange={setRole} mayName={mayName} />
      {role === 'collaborator' && (
        <CheckField
          name="billingRight"
          value={billingRight}
          error={undefined}
          label={t('members.billing-too')}
          onChange={setBillingRight}
        />
      )}
      {isSuccession && (
        <CheckField
          name="stepsDown"
          value={stepsDown}
          error={undefined}
          label={t('members.step-down')}
          hint={t('members.step-down-hint', { name })}
          onChange={setStepsDown}
        />
      )}
    </ConfirmDialog>
  );
}

/** The four roles, each in a sentence. */
export function RoleField({
  value,
  onChange,
  mayName,
}: {
  value: MemberRole;
  onChange: (role: MemberRole) => void;
  mayName: boolean;
}) {
  const { t } = useTranslation('organizations');
  return (
    <ChoiceField<MemberRole>
      name="role"
      label={t('members.new-role')}
      value={value}
      error={undefined}
      of={memberRoles.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        note: t(`members.about-role.${role}`),
        because:
          role === 'legal_representative' && !mayName
            ? t('invitations.representatives-only')
            : undefined,
      }))}
      onChange={onChange}
    />
  );
}
