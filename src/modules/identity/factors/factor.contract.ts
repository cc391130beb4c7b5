import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import {
  hashingBusy,
  passwordField,
  passwordWrong,
  triesPaused,
} from '../passwords/password.refusals.ts';
import { proveWithAnother } from '../sign-in/sign-in.refusals.ts';
import {
  enrolmentOver,
  factorDemanded,
  factorUnknown,
  factorWrong,
  passkeyKnown,
  passkeyRefused,
} from './factor.refusals.ts';
import {
  codeField,
  factorId,
  factorTypes,
  labelField,
  passkeyAttestation,
} from './factor.rules.ts';

const factorOut = z
  .object({
    factorId,
    type: z.enum(factorTypes),
    label: z.string(),
    /** Lost: stopped by its owner, who can bring it back. Suspended: it may have been copied. */
    state: z.enum(['active', 'suspended', 'lost']),
    /** Signs in without the password; otherwise it stands beside it. */
    isWhole: z.boolean(),
    /** Kept in an account of its maker and so on several devices. */
    isSynced: z.boolean(),
    addedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    /** Why it must stay: an organization demands a second factor, and this is the last. */
    held: z.enum(['demanded']).nullable(),
    /** Without it the password alone opens the account. */
    isLast: z.boolean(),
    /** A phone that shows its screen lock before it approves. */
    hasScreenLock: z.boolean(),
    /** It opens the work of its holder; staff may hold what the operator does not accept any more. */
    counts: z.boolean(),
    /** When it goes, unless its removal is called off. */
    removalDueAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Factor' });

export const factorList = z
  .object({
    factors: z.array(factorOut),
    /** Null while there is no second factor to replace. */
    emergency: z.object({ left: z.int(), madeAt: z.iso.datetime() }).nullable(),
    /** Somebody above wants this account to have a second factor. */
    isDemanded: z.boolean(),
    /** The kinds that can be added here, the strongest first. */
    kinds: z.array(z.enum(factorTypes)),
    /** Of passkeys only those of authenticators that the operator names. */
    isNamed: z.boolean(),
    /** Staff who have nothing: the first method wants the code that somebody gave them. */
    needsBeginning: z.boolean(),
    /** A last method goes at once here, if it is proven itself; elsewhere a day later. */
    isKnownDevice: z.boolean(),
    /** None of the methods can confirm a change: texts, or what is lost. */
    isWeak: z.boolean(),
    /** This session came in with an emergency code: until then it only adds. */
    restrictedUntil: z.iso.datetime().nullable(),
    /** What password managers are told, so that they forget what is gone; null without any. */
    passkeys: z
      .object({
        rpId: z.string(),
        userHandle: z.string(),
        credentialIds: z.array(z.string()),
        name: z.string(),
        displayName: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Factors' });

export const newTotp = z
  .object({
    factorId,
    /** To type by hand: shown this once. */
    key: z.string(),
    /** The QR code: the outline of its dark squares in a square of so many. */
    picture: z.object({ size: z.int(), path: z.string() }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'NewTotp' });

export const newPasskey = z
  .object({ factorId, options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'NewPasskey' });

export const factorAdded = z
  .object({
    /** This session has a new token, and so a new value for X-Atrio-CSRF. */
    csrf: z.string(),
    /** With the first factor, and never again. */
    emergencyCodes: z.array(z.string()).nullable(),
  })
  .meta({ id: 'FactorAdded' });

export const passkeyUse = z.enum(['passkey', 'security-key']);
export const totpConfirmation = z.strictObject({ factorId, code: codeField });
export const passkeyBeginning = z.strictObject({ label: labelField, use: passkeyUse });
export const passkeyConfirmation = z.strictObject({
  factorId,
  use: passkeyUse,
  response: passkeyAttestation,
});
export const factorRemoved = z
  .object({
    csrf: z.string(),
    /** When it will go; null: it is gone. */
    waitsUntil: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FactorRemoved' });
export const removalRefusals = [
  factorUnknown,
  factorDemanded,
  proveWithAnother,
  passwordWrong,
  triesPaused,
  hashingBusy,
] as const;
export const newCodes = z
  .object({ emergencyCodes: z.array(z.string()) })
  .meta({ id: 'EmergencyCodes' });

export const listFactors = contract({
  name: 'listFactors',
  method: 'GET',
  path: '/account/factors',
  summary: 'What this account proves itself with, besides the password.',
  permission: 'self',
  returns: factorList,
});

export const beginTotp = contract({
  name: 'beginTotp',
  method: 'POST',
  path: '/account/factors/totp',
  summary: 'Begins with a code app; its key is shown this once and waits ten minutes.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  body: z.strictObject({ label: labelField }),
  returns: newTotp,
});

export const confirmTotp = contract({
  name: 'confirmTotp',
  method: 'POST',
  path: '/account/factors/totp/confirmation',
  summary: 'Confirms the code app with one of its codes.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: totpConfirmation,
  returns: factorAdded,
  refusals: [enrolmentOver, factorWrong, hashingBusy],
});

export const beginPasskey = contract({
  name: 'beginPasskey',
  method: 'POST',
  path: '/account/factors/passkey',
  summary: 'Begins with a passkey or a security key: what the browser asks it to make.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  body: passkeyBeginning,
  returns: newPasskey,
});

export const confirmPasskey = contract({
  name: 'confirmPasskey',
  method: 'POST',
  path: '/account/factors/passkey/confirmation',
  summary: 'Confirms the passkey with what it made.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: passkeyConfirmation,
  returns: factorAdded,
  refusals: [enrolmentOver, passkeyRefused, passkeyKnown, hashingBusy],
});

export const renameFactor = contract({
  name: 'renameFactor',
  method: 'PATCH',
  path: '/account/factors/:factorId',
  summary: 'Gives a factor another name.',
  permission: 'self',
  sensitive: true,
  params: z.object({ factorId }),
  body: z.strictObject({ label: labelField }),
  refusals: [factorUnknown],
});

export const removeFactor = contract({
  name: 'removeFactor',
  method: 'POST',
  path: '/account/factors/:factorId/removal',
  summary: 'Removes a factor with the password. The last one may wait a day; other sessions end.',
  permission: 'self',
  sensitive: 'critical',
  evenWeak: true,
  rateClass: 'door',
  committedSteps: true,
  params: z.object({ factorId }),
  body: z.strictObject({ password: passwordField }),
  returns: factorRemoved,
  refusals: removalRefusals,
});

export const renewEmergencyCodes = contract({
  name: 'renewEmergencyCodes',
  method: 'POST',
  path: '/account/factors/emergency-codes',
  summary: 'Makes ten new emergency codes, shown this once; those before die.',
  permission: 'self',
  sensitive: true,
  committedSteps: true,
  returns: newCodes,
  refusals: [factorUnknown, hashingBusy],
});
