import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '#ui/action/dialog.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { splitAddress } from '#ui/text/link.tsx';
import { useOptionalData } from '#web/api/queries.ts';
import { matches } from '#ui/text/matches.rules.ts';
import { findPages, findThings, type Found, type PaletteSide } from './finders.ts';
import './palette.css';

/** Ctrl or Cmd + K: any page, organization, invoice, product, by its name. */
export function Palette({
  side,
  isOpen,
  onClose,
}: {
  side: PaletteSide;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const ref = useModal(isOpen);
  return (
    <dialog
      ref={ref}
      className="dialog palette"
      aria-label={t('palette.title')}
      onClose={onClose}
      closedby="any"
    >
      {isOpen && <Search side={side} onClose={onClose} />}
    </dialog>
  );
}

type GroupOfFound = {
  readonly title: 'things' | 'pages' | 'organizations';
  readonly found: Found[];
};

function Search({ side, onClose }: { side: PaletteSide; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const groups = useFound(side, text);
  const all = groups.flatMap(({ found }) => found);

  function follow(found: Found | undefined): void {
    if (!found) return;
    onClose();
    void navigate(splitAddress(found.to));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && all.length > 0) {
      event.preventDefault();
      const next = (at + step + all.length) % all.length;
      setAt(next);
      document
        .querySelector(`#${CSS.escape(`${id}-${next}`)}`)
        ?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') follow(all[at]);
  }

  return (
    <>
      <div className="palette-input">
        <Icon name="search" size={18} />
        <input
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={`${id}-found`}
          aria-activedescendant={all[at] && `${id}-${at}`}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div
        id={`${id}-found`}
        role="listbox"
        aria-label={t('palette.found')}
        className="palette-found"
      >
        {groups.map(({ title, found }) => (
          <div key={title} role="group" aria-label={t(`palette.${title}`)}>
            <div className="palette-group" aria-hidden="true">
              {t(`palette.${title}`)}
            </div>
            {found.map((one) => {
              const index = all.indexOf(one);
              return (
                <div
                  key={one.to}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className="palette-option"
                  onMouseMove={() => setAt(index)}
                  onPointerUp={() => follow(one)}
                >
                  <Icon name={one.icon} />
                  <span>{one.label}</span>
                  {one.note && <span className="small faint figures">{one.note}</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={all.length === 0 ? 'palette-none' : 'unseen'} role="status">
        {all.length === 0 ? t('palette.none', { text }) : t('palette.count', { count: all.length })}
      </p>
    </>
  );
}

function useFound(side: PaletteSide, text: string): GroupOfFound[] {
  const { t } = useTranslation();
  const wanted = useDeferredValue(text.trim());
  const things = useQuery({
    queryKey: ['palette', side, wanted],
    queryFn: () => findThings(side, wanted),
    enabled: wanted.length >= 2,
  });
  const isCustomer = side.kind === 'organization';
  const mine = useOptionalData('listMyOrganizations', {}, { enabled: isCustomer });
  const organizations = (isCustomer ? (mine?.rows ?? []) : [])
    .filter(({ name }) => wanted !== '' && matches(name, wanted))
    .slice(0, 6)
    .map(({ name, organizationId }): Found => ({
      to: `/o/${organizationId}`,
      label: name,
      icon: 'organization',
    }));
  const groups: GroupOfFound[] = [
    { title: 'things', found: things.data ?? [] },
    { title: 'pages', found: findPages(side, text, t) },
    { title: 'organizations', found: organizations },
  ];
  return groups.filter(({ found }) => found.length > 0);
}
