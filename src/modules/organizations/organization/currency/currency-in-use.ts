import type { OrganizationId } from '#kernel/ids.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import { defineNews } from '#platform/news.ts';

/**
 * Asks the modules above whether money or orders of an organization are open in a currency: prepaid
 * that is not zero, unpaid pro-formas and invoices, orders. Answered in app.ts.
 */
export const currencyInUse = defineNews<
  { readonly organizationId: OrganizationId; readonly currency: SaleCurrency },
  boolean
>('organizations.currency-in-use');
