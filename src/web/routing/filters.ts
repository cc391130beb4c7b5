import { useNavigate, useSearch } from '@tanstack/react-router';

type Filters = { readonly [name: string]: string };

/**
 * Filters that live in the address, so that a filtered list is a link and survives going back:
 * `const [filters, setFilters] = useFilters({ state: '', text: '' })`.
 */
export function useFilters<F extends Filters>(
  initial: F,
): readonly [F, (change: Partial<F>) => void] {
  const search = useSearch({ strict: false }) as Filters;
  const navigate = useNavigate();
  const present = Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [name, search[name] ?? value]),
  ) as F;
  const change = (next: Partial<F>): void => {
    const all = { ...search, ...present, ...next };
    const kept = Object.entries(all).filter(
      ([name, value]) => value !== undefined && value !== initial[name],
    );
    void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
  };
  return [present, change];
}

/**
 * What the address says after `?`, and after `#`. Mailed links carry their token in the fragment.
 */
export function useQuery(): Filters {
  return useSearch({ strict: false }) as Filters;
}
