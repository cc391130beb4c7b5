import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#ui/icon/icon.tsx';
import './table.css';

/** What narrows a list: chips first, then search; exports stand at the end. */
export function FilterRow({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="table-filters">
      {children}
      {end && <div className="table-filters-end">{end}</div>}
    </div>
  );
}

/** One choice of several, all visible. The empty value means everything. */
export function Chips<Value extends string>({
  label,
  of,
  value,
  onChange,
}: {
  label: string;
  of: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="chips" aria-label={label}>
      {of.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="chip"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}

/** Searches while it is typed, a moment after the last letter. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('ui');
  const [draft, setDraft] = useState({ of: value, text: value });
  const typed = draft.of === value ? draft.text : value; // the address may change under the field
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="table-search" role="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={t('search')}
        value={typed}
        maxLength={60}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setDraft({ of: value, text });
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(text), 250);
        }}
      />
    </div>
  );
}

/** A CSV of what the filter finds. */
export function ExportLink({ href }: { href: string }) {
  const { t } = useTranslation('ui');
  return (
    <a className="chip" href={href} download="">
      <Icon name="download" size={14} />
      {t('export-csv')}
    </a>
  );
}
