import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUntil } from '#ui/format/days.ts';
import { StatusBadge } from '#ui/text/status-badge.tsx';

type Status = { readonly state: string; readonly overdue: boolean; readonly dueOn: string };

/** Paid, due in so many days, or overdue; in words, the colour only repeats them. */
export function InvoiceStatus({ state, overdue, dueOn }: Status) {
  const { t } = useTranslation('billing');
  const [now] = useState(() => new Date());
  if (state === 'paid') return <StatusBadge tone="ok">{t('invoices.paid')}</StatusBadge>;
  if (overdue) return <StatusBadge tone="bad">{t('invoices.overdue')}</StatusBadge>;
  const count = Math.max(0, daysUntil(dueOn, now));
  return <StatusBadge tone="warn">{t('invoices.due-in', { count })}</StatusBadge>;
}
