// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type OrganizationsTables = {
  /**
   * tenant: How an organization shows itself: initials with a colour or a square logo, and one
   * rectangular logo for all services (R97–R107). No row: initials and colour follow the name.
   */
  'organizations.branding': {
    organization_id: string;
    initials: string | null;
    tint: number | null;
    square_image: string | null;
    wide_image: string | null;
    wide_width: number | null;
    wide_height: number | null;
    changed_at: Date;
    changed_by: string;
  };
  /** global, append-only: Which organization a customer number means. */
  'organizations.customer_number': {
    number: GeneratedAlways<bigint>;
    organization_id: string;
  };
  /**
   * tenant, append-only: That an organization was deleted: nobody acts in it again, its books stay.
   */
  'organizations.deletion': {
    organization_id: string;
    deleted_at: Date;
    deleted_by: string;
  };
  /**
   * tenant: Somebody who may become a member (D3). A row waits; accepting, declining, cancelling
   * and, a month after it ran out, closing delete it, in one statement, so that it ends once and
   * nothing is kept of a stranger.
   */
  'organizations.invitation': {
    organization_id: string;
    id: string;
    address: string;
    address_key: string;
    role: 'legal_representative' | 'administrator' | 'collaborator' | 'external';
    billing_right: boolean;
    note: string | null;
    token_hash: Buffer;
    invited_by: string;
    invited_at: Date;
    sent_at: Date;
    expires_at: Date;
  };
  /** person: The organization that a user worked in last; the portal opens there. */
  'organizations.last_used': {
    user_id: string;
    organization_id: string;
    chosen_at: Date;
  };
  /**
   * tenant: A product that only those who administrate manage for now: what grants and teams give
   * waits.
   */
  'organizations.management_block': {
    organization_id: string;
    subscription_id: string;
    reason: string;
    blocked_at: Date;
    blocked_by: string;
  };
  /** tenant: A user who acts in an organization, and as what. */
  'organizations.member': {
    organization_id: string;
    user_id: string;
    role: 'legal_representative' | 'administrator' | 'collaborator' | 'external';
    billing_granted_at: Date | null;
    billing_granted_by: string | null;
    joined_at: Date;
    invited_by: string | null;
    billing_messages: Generated<boolean>;
    product_messages: Generated<boolean>;
  };
  /** tenant: That an organization may order on account (D35): who allowed it, why, until when. */
  'organizations.on_account_grant': {
    organization_id: string;
    id: string;
    reason: string;
    granted_at: Date;
    granted_by: string;
    revoked_at: Date | null;
    revoked_by: string | null;
    revoked_because: string | null;
  };
  /**
   * tenant: Who owns products and pays for them. Its row is the first lock of everything that
   * happens to it.
   */
  'organizations.organization': {
    organization_id: string;
    customer_number: bigint;
    kind: 'person' | 'company';
    name: string;
    street: string | null;
    street_number: string | null;
    postcode: string | null;
    town: string | null;
    country: string;
    currency: 'CHF' | 'EUR';
    vat_number: string | null;
    vat_check: 'valid' | 'invalid' | 'unknown' | null;
    vat_checked_at: Date | null;
    language: 'es' | 'en' | 'fr' | 'de' | 'it';
    created_at: Date;
    created_by: string;
    phone: string | null;
  };
  /**
   * tenant, append-only: What an organization asks of its members when they sign in, each version a
   * row; the latest holds. No row: nothing.
   */
  'organizations.policy': {
    organization_id: string;
    version: number;
    factor_from: Day | null;
    grace_days: number | null;
    methods: string[];
    idle_seconds: number | null;
    absolute_seconds: number | null;
    may_stay: boolean;
    saved_at: Date;
    saved_by: string;
  };
  /** tenant, append-only: That a member was told of a version of the policy. */
  'organizations.policy_notice': {
    organization_id: string;
    version: number;
    user_id: string;
    sent_at: Date;
  };
  /**
   * tenant, append-only: That a member without a second factor was reminded of the day from which
   * one is required.
   */
  'organizations.policy_reminder': {
    organization_id: string;
    factor_from: Day;
    days_before: number;
    user_id: string;
    sent_at: Date;
  };
  /**
   * tenant: A right on one product, held by a member or by a team (D1). It takes the whole
   * subscription.
   */
  'organizations.product_grant': {
    organization_id: string;
    member_id: string | null;
    team_id: string | null;
    holder_id: GeneratedAlways<string>;
    subscription_id: string;
    access: 'see' | 'manage';
    granted_at: Date;
    granted_by: string;
  };
  /**
   * tenant: Members who hold rights together (N3). What a team may adds up with what its members
   * may.
   */
  'organizations.team': {
    organization_id: string;
    id: string;
    name: string;
    tint: number;
    all_products: 'see' | 'manage' | null;
    created_at: Date;
    created_by: string;
  };
  /** tenant: Who belongs to a team, externals too, and who leads it. */
  'organizations.team_member': {
    organization_id: string;
    team_id: string;
    user_id: string;
    leads: boolean;
    added_at: Date;
    added_by: string;
  };
};

/** Opens this module's own tables in a transaction. */
export const organizations = schemaOf<OrganizationsTables>();
