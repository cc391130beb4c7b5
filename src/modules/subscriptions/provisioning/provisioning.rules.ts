import type { OrganizationId } from '#kernel/ids.ts';
import type { Configuration } from '../orders/placing/configuration.rules.ts';
import type { SubscriptionId } from '../products/subscription.rules.ts';

export const provisioningStates = ['waiting', 'done', 'failed'] as const;
export type ProvisioningState = (typeof provisioningStates)[number];

/** Where a product runs and how to get in: `server`, `login`, `nameservers` … */
export type ProvisioningResult = { readonly [what: string]: string };

/** What a provisioner is asked to make. Asked twice with one id, it makes one. */
export type ProvisioningRequest = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: SubscriptionId;
  readonly product: string;
  readonly kind: string;
  readonly offer: string;
  readonly quantity: number;
  readonly configuration: Configuration;
};

/**
 * Who makes products: the built-in sandbox, later the operator's systems behind signed webhooks
 * (N10). It is called outside any transaction and answers with a result or throws.
 */
export type Provisioner = {
  make(request: ProvisioningRequest): Promise<ProvisioningResult>;
};

/** Tries before a person has to look. */
export const mostTries = 5;

export function isLastTry(tries: number): boolean {
  return tries >= mostTries;
}

/** The sentence of a failure that staff read; never longer than a screen. */
export function problemOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000);
}
