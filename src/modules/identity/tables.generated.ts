// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type IdentityTables = {
  /**
   * person: A proof that was made for one thing that cannot be undone. It opens that thing once,
   * within five minutes, and nothing else.
   */
  'identity.action_proof': {
    session_id: string;
    action: string;
    object: string;
    factor_id: string | null;
    expires_at: Date;
  };
  /**
   * person: An unfinished sign-in or sign-up. Its token opens the attempt's routes and nothing
   * else.
   */
  'identity.auth_attempt': {
    id: string;
    token_hash: Buffer;
    kind: 'user' | 'staff' | 'sign-up';
    user_id: string | null;
    staff_id: string | null;
    address: string | null;
    done: string[];
    return_to: string;
    stay: boolean;
    prefix: string;
    agent: string;
    created_at: Date;
    expires_at: Date;
    consumed_at: Date | null;
    restricted_until: Date | null;
  };
  /** person: An Atrio Authenticator on somebody's phone. Its public key stands with its factor. */
  'identity.authenticator_app': {
    factor_id: string;
    code_hash: Buffer;
    paired_at: Date | null;
  };
  /**
   * person: What a passkey was asked to sign. Deleted before its answer is looked at, so that it
   * counts once.
   */
  'identity.challenge': {
    token_hash: Buffer;
    purpose: string;
    bound_to: string;
    created_at: Date;
    expires_at: Date;
  };
  /** person: The present password of a user or of one of the staff, as a sealed hash. */
  'identity.credential': {
    id: string;
    user_id: string | null;
    staff_id: string | null;
    sealed: string;
    version: number;
    set_at: Date;
    doubted_since: Date | null;
  };
  /**
   * person: A browser that somebody signed in with. Its cookie signs nobody in; it only makes the
   * browser known.
   */
  'identity.device': {
    id: string;
    user_id: string | null;
    staff_id: string | null;
    token_hash: Buffer;
    name: string;
    first_seen_at: Date;
    last_seen_at: Date;
    trusted_until: Date;
  };
  /**
   * person: The ten codes of a set, for the day when every other factor is lost. Each works once.
   */
  'identity.emergency_code': {
    factor_id: string;
    number: number;
    hash: string | null;
    used_at: Date | null;
  };
  /**
   * person: What somebody can prove with besides the password. Once bound, a row stays as the
   * history of it; its secret is wiped when it is revoked.
   */
  'identity.factor': {
    id: string;
    user_id: string | null;
    staff_id: string | null;
    type: string;
    label: string;
    state: 'pending' | 'active' | 'suspended' | 'revoked';
    sealed: string | null;
    public_key: Buffer | null;
    credential_id: Buffer | null;
    user_handle: Buffer | null;
    flags: string[];
    last_step: bigint | null;
    sign_count: bigint | null;
    created_at: Date;
    expires_at: Date | null;
    bound_at: Date | null;
    bound_by: 'owner' | 'recovery';
    matures_at: Date | null;
    last_used_at: Date | null;
    suspended_at: Date | null;
    revoked_at: Date | null;
    rests_since: Date | null;
    rested_until: Date | null;
    lost_at: Date | null;
    removal_due_at: Date | null;
    model: string | null;
  };
  /**
   * global: How many sign-ins with a password failed in a minute, at both doors and whoever they
   * were meant for.
   */
  'identity.failed_sign_in': {
    minute: Date;
    count: number;
  };
  /**
   * global: Failed tries in a row, per account and kind of browser. Keyed by a hash, so that
   * unknown addresses count alike.
   */
  'identity.lane': {
    key: Buffer;
    count: number;
    last_at: Date;
    told_at: Date | null;
  };
  /**
   * person: The token of a mailed link. Good for one purpose, once, and only while what it is bound
   * to stands.
   */
  'identity.one_time': {
    id: string;
    purpose: 'sign-up' | 'reset' | 'reset-by-recovery' | 'not-me' | 'unlock' | 'keep-factor';
    subject: string;
    bound_hash: Buffer;
    token_hash: Buffer;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  /**
   * person: A number that somebody types into the app on their phone, to let one sign-in or one
   * proof go on.
   */
  'identity.push_request': {
    id: string;
    user_id: string | null;
    staff_id: string | null;
    purpose: 'sign-in' | 'step-up';
    bound_to: string;
    code: string;
    agent: string;
    prefix: string;
    state: 'pending' | 'approved' | 'used' | 'denied' | 'reported' | 'spent' | 'replaced';
    tries: Generated<number>;
    factor_id: string | null;
    created_at: Date;
    expires_at: Date;
    decided_at: Date | null;
    is_known: Generated<boolean>;
    about: Generated<string>;
  };
  /**
   * person: Where an Atrio Authenticator is woken when something waits for it. Who knows the
   * address may do so.
   */
  'identity.push_subscription': {
    factor_id: string;
    sealed: string;
    renewed_at: Date;
  };
  /**
   * person: The second address of an account: one that waits for its code, one that counts, and
   * those before it while they are still told what happens.
   */
  'identity.recovery_address': {
    id: string;
    user_id: string;
    sealed: string;
    state: 'pending' | 'confirmed' | 'former';
    code_mac: Buffer | null;
    code_expires_at: Date | null;
    tries: Generated<number>;
    created_at: Date;
    confirmed_at: Date | null;
    ended_at: Date | null;
  };
  /**
   * global: Sign-ins that their owners said were not theirs, for the provider's people to look at.
   */
  'identity.report': {
    id: string;
    user_id: string;
    session_id: string;
    by_link: boolean;
    ended: number;
    reported_at: Date;
    resolved_at: Date | null;
    resolved_by: string | null;
    note: string | null;
  };
  /**
   * person: A passkey that a phone made for its Atrio Authenticator alone: it signs each approval
   * after finger, face or PIN. It opens no door.
   */
  'identity.screen_lock': {
    factor_id: string;
    credential_id: Buffer;
    public_key: Buffer;
    flags: string[];
    sign_count: bigint;
    made_at: Date;
  };
  /**
   * person: Somebody who is signed in, in one browser. Written by completeAttempt alone; ended,
   * never deleted, while it counts.
   */
  'identity.session': {
    id: string;
    token_hash: Buffer;
    kind: 'user' | 'staff';
    user_id: string | null;
    staff_id: string | null;
    device_id: string;
    aal: number;
    methods: string[];
    stay: boolean;
    auth_at: Date;
    sudo_until: Date | null;
    prefix: string;
    agent: string;
    created_at: Date;
    seen_at: Date;
    idle_until: Date;
    abs_until: Date;
    ended_at: Date | null;
    ended_why: string | null;
    idle_limit_seconds: number | null;
    restricted_until: Date | null;
    renewal_due_at: Date | null;
    renewed_at: Date | null;
    previous_hash: Buffer | null;
    signals: Generated<string[]>;
  };
  /**
   * person: A wish for an account whose address is not proven. There is no user and no password
   * yet.
   */
  'identity.sign_up': {
    id: string;
    address: string;
    first_name: string;
    last_name: string;
    country: string;
    language: 'es' | 'en' | 'fr' | 'de' | 'it';
    created_at: Date;
    expires_at: Date;
  };
  /**
   * person: The code that a text carries, for one sign-in or one enrolment. It counts once, for
   * five minutes and five tries.
   */
  'identity.sms_code': {
    bound_to: string;
    factor_id: string;
    mac: Buffer;
    tries: Generated<number>;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    send_id: string | null;
  };
  /**
   * global: Where codes were texted to and whether they came back. It names neither person nor
   * number, and is forgotten after a week.
   */
  'identity.sms_send': {
    id: string;
    country: string;
    block: string;
    sent_at: Date;
    expires_at: Date;
    verified_at: Date | null;
  };
  /**
   * global: What texts to phones cost, each day and country. Reserved before a text is left, so
   * that no day costs more than the operator allowed.
   */
  'identity.sms_spending': {
    day: Day;
    purpose: 'code' | 'notice';
    place: string;
    texts: number;
    spent_minor: bigint;
    most_minor: bigint;
  };
  /**
   * global: Countries and blocks of numbers that get no texts, because too few of their codes came
   * back: somebody is paid for texts. Staff lift a stop, with a reason.
   */
  'identity.sms_stop': {
    id: string;
    place: string;
    country: string;
    sends: number;
    verified: number;
    stopped_at: Date;
    lifted_at: Date | null;
    lifted_by: string | null;
    reason: string | null;
  };
  /**
   * global: Challenges whose answer opened a door. Each opens one, once; after its end it opens
   * none anyway.
   */
  'identity.spent_work': {
    challenge: Buffer;
    expires_at: Date;
  };
  /** global: The provider's people. They have their own door and are nobody's members. */
  'identity.staff': {
    id: string;
    first_name: string;
    last_name: string;
    address: string;
    address_key: string;
    language: 'es' | 'en' | 'fr' | 'de' | 'it';
    role: 'support' | 'billing' | 'administrator';
    disabled_at: Date | null;
    created_at: Date;
  };
  /**
   * global: The latest code with which one of the staff begins: sets up the first factor, once.
   * Another takes its place.
   */
  'identity.staff_beginning': {
    staff_id: string;
    code_hash: Buffer;
    opened_by: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  /**
   * person: A person's account. It exists only once its address is proven and its password is set.
   */
  'identity.user': {
    id: string;
    first_name: string;
    last_name: string;
    address: string;
    address_key: string;
    address_proven_at: Date;
    language: 'es' | 'en' | 'fr' | 'de' | 'it';
    country: string;
    birth_date: Day | null;
    lock_after: Generated<number>;
    disabled_at: Date | null;
    created_at: Date;
    alert_sign_ins: Generated<boolean>;
    alert_failures: Generated<boolean>;
    passkey_offered_at: Date | null;
  };
  /**
   * global: The one key by which push services know that this instance wakes its phones. Made when
   * it is first needed.
   */
  'identity.vapid_key': {
    is_only: boolean;
    public_key: string;
    sealed: string;
    created_at: Date;
  };
};

/** Opens this module's own tables in a transaction. */
export const identity = schemaOf<IdentityTables>();
