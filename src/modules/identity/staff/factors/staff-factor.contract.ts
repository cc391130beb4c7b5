import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import {
  factorAdded,
  factorList,
  factorRemoved,
  newCodes,
  newPasskey,
  newTotp,
  passkeyBeginning,
  passkeyConfirmation,
  removalRefusals,
  totpConfirmation,
} from '../../factors/factor.contract.ts';
import {
  enrolmentOver,
  factorUnknown,
  factorWrong,
  passkeyKnown,
  passkeyRefused,
  staffPasskeyNeeded,
} from '../../factors/factor.refusals.ts';
import {
  keepRefusals,
  lossRefusals,
  lossReported,
  restoreRefusals,
} from '../../factors/leaving/leaving.contract.ts';
import { factorId, labelField } from '../../factors/factor.rules.ts';
import { attestationRefusals } from '../../factors/passkeys/attestation/attestation.refusals.ts';
import { hashingBusy, passwordField } from '../../passwords/password.refusals.ts';
import { beginningNeeded, beginningWrong } from '../beginning/beginning.refusals.ts';
import { beginningField } from '../beginning/beginning.rules.ts';

const beginningRefusals = [beginningNeeded, beginningWrong, staffPasskeyNeeded] as const;

// The provider's people have the same factors as customers, behind their own door and cookie.

export const listStaffFactors = contract({
  name: 'listStaffFactors',
  method: 'GET',
  path: '/staff/factors',
  summary: 'Staff: what one of the staff proves itself with, besides the password.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  returns: factorList,
});

export const beginStaffTotp = contract({
  name: 'beginStaffTotp',
  method: 'POST',
  path: '/staff/factors/totp',
  summary: 'Staff: begins with a code app; its key is shown this once and waits ten minutes.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  sensitive: true,
  evenRestricted: true,
  body: z.strictObject({ label: labelField, code: beginningField.optional() }),
  returns: newTotp,
  refusals: beginningRefusals,
});

export const confirmStaffTotp = contract({
  name: 'confirmStaffTotp',
  method: 'POST',
  path: '/staff/factors/totp/confirmation',
  summary: 'Staff: confirms the code app with one of its codes.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: totpConfirmation,
  returns: factorAdded,
  refusals: [enrolmentOver, factorWrong, hashingBusy],
});

export const beginStaffPasskey = contract({
  name: 'beginStaffPasskey',
  method: 'POST',
  path: '/staff/factors/passkey',
  summary: 'Staff: begins with a passkey or a security key: what the browser asks it to make.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  sensitive: true,
  evenRestricted: true,
  body: passkeyBeginning.extend({ code: beginningField.optional() }),
  returns: newPasskey,
  refusals: beginningRefusals,
});

export const confirmStaffPasskey = contract({
  name: 'confirmStaffPasskey',
  method: 'POST',
  path: '/staff/factors/passkey/confirmation',
  summary: 'Staff: confirms the passkey with what it made.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: passkeyConfirmation,
  returns: factorAdded,
  refusals: [enrolmentOver, passkeyRefused, passkeyKnown, hashingBusy, ...attestationRefusals],
});

export const renameStaffFactor = contract({
  name: 'renameStaffFactor',
  method: 'PATCH',
  path: '/staff/factors/:factorId',
  summary: 'Staff: gives a factor another name.',
  permission: 'staff.see',
  sensitive: true,
  params: z.object({ factorId }),
  body: z.strictObject({ label: labelField }),
  refusals: [factorUnknown],
});

export const removeStaffFactor = contract({
  name: 'removeStaffFactor',
  method: 'POST',
  path: '/staff/factors/:factorId/removal',
  summary: 'Staff: removes a factor with the password. The last one may wait a day.',
  permission: 'staff.see',
  sensitive: 'critical',
  evenWeak: true,
  rateClass: 'door',
  committedSteps: true,
  params: z.object({ factorId }),
  body: z.strictObject({ password: passwordField }),
  returns: factorRemoved,
  refusals: removalRefusals,
});

export const renewStaffEmergencyCodes = contract({
  name: 'renewStaffEmergencyCodes',
  method: 'POST',
  path: '/staff/factors/emergency-codes',
  summary: 'Staff: makes ten new emergency codes, shown this once; those before die.',
  permission: 'staff.see',
  sensitive: true,
  committedSteps: true,
  returns: newCodes,
  refusals: [factorUnknown, hashingBusy, staffPasskeyNeeded],
});

export const keepStaffFactor = contract({
  name: 'keepStaffFactor',
  method: 'DELETE',
  path: '/staff/factors/:factorId/removal',
  summary: 'Staff: calls off the removal of the last factor, which waits for a day.',
  permission: 'staff.see',
  params: z.object({ factorId }),
  refusals: keepRefusals,
});

export const reportStaffFactorLost = contract({
  name: 'reportStaffFactorLost',
  method: 'POST',
  path: '/staff/factors/:factorId/loss',
  summary: 'Staff: “I lost this device”: stops a factor at once. Other sessions end.',
  permission: 'staff.see',
  rateClass: 'door',
  committedSteps: true,
  params: z.object({ factorId }),
  body: z.strictObject({ password: passwordField }),
  returns: lossReported,
  refusals: lossRefusals,
});

export const restoreStaffFactor = contract({
  name: 'restoreStaffFactor',
  method: 'DELETE',
  path: '/staff/factors/:factorId/loss',
  summary: 'Staff: brings a factor back that was reported as lost.',
  permission: 'staff.see',
  sensitive: true,
  evenWeak: true,
  params: z.object({ factorId }),
  refusals: restoreRefusals,
});
