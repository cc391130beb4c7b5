// Generated from the migrations by `npm run tables`. Do not edit.
import type { Generated } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { schemaOf } from '#platform/database/tx.ts';

export type CatalogueTables = {
  /** global: what a bundle contains; its parts are neither moved nor cancelled alone (R74, R75). */
  'catalogue.content': {
    product: string;
    offer: string;
    contained_product: string;
    contained_offer: string;
    quantity: number;
  };
  /** global: the levels that a product is sold in, in their order. */
  'catalogue.offer': {
    product: string;
    code: string;
    rank: number;
    name: unknown;
    summary: unknown;
    limits: Generated<unknown>;
    withdrawn_on: Day | null;
  };
  /**
   * global, append-only: what one unit costs from a day on; a price change is a further row (D18).
   */
  'catalogue.price': {
    product: string;
    offer: string;
    part: 'product' | 'warranty';
    period: 'month' | 'year';
    currency: 'CHF' | 'EUR';
    valid_from: Day;
    minor: bigint;
  };
  /** global: what can be bought; texts and properties are the operator's and may be edited. */
  'catalogue.product': {
    code: string;
    kind:
      | 'domain'
      | 'web-hosting'
      | 'mail-service'
      | 'suite'
      | 'personal-suite'
      | 'nas'
      | 'backup'
      | 'premium-support'
      | 'custom-brand';
    rank: number;
    name: unknown;
    summary: unknown;
    vat_category: 'standard' | 'reduced' | 'lodging';
    transferable: boolean;
    renewal_warranty: 'at_order' | 'after_purchase' | 'no';
    minimum_term_months: Generated<number>;
    maximum_quantity: Generated<number>;
    withdrawn_on: Day | null;
  };
  /** global, append-only: from a quantity on, all units cost so much less (volume tiers, D18). */
  'catalogue.tier': {
    product: string;
    valid_from: Day;
    from_quantity: number;
    off_basis_points: number;
  };
};

/** Opens this module's own tables in a transaction. */
export const catalogue = schemaOf<CatalogueTables>();
