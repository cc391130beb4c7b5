import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import type { NavEntry, NavGroup, NavLabel } from './navigation.ts';

export type NavCounts = { readonly [label in NavLabel]?: number | undefined };

type SideNavProps = {
  readonly label: string;
  readonly groups: readonly NavGroup[];
  readonly addressOf: (entry: NavEntry) => string;
  /** What waits behind an entry. */
  readonly counts?: NavCounts;
  readonly onFollow?: () => void;
};

/** The pages of an area, in groups. */
export function SideNav({ label, groups, ...rest }: SideNavProps) {
  return (
    <nav className="side" aria-label={label}>
      {groups.map((group, index) => (
        <Group key={group.title ?? index} group={group} {...rest} />
      ))}
    </nav>
  );
}

function Group({ group, ...rest }: { group: NavGroup } & Omit<SideNavProps, 'label' | 'groups'>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      {group.title && (
        <h2 id={id} className="side-group">
          {t(`nav.group.${group.title}`)}
        </h2>
      )}
      <ul aria-labelledby={group.title ? id : undefined}>
        {group.entries.map((entry) => (
          <li key={entry.path}>
            <Entry entry={entry} {...rest} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({
  entry,
  addressOf,
  counts,
  onFollow,
}: { entry: NavEntry } & Omit<SideNavProps, 'label' | 'groups'>) {
  const { t } = useTranslation();
  const count = counts?.[entry.label] ?? 0;
  return (
    <Link
      to={addressOf(entry)}
      className="side-item"
      present={entry.label === 'home' || entry.label === 'organization' ? 'exact' : 'below'}
      {...(onFollow ? { onClick: onFollow } : {})}
    >
      <Icon name={entry.icon} />
      {t(`nav.${entry.label}`)}
      {count > 0 && (
        <span className="side-count figures">
          {count}
          <span className="unseen">{t('nav.waiting', { count })}</span>
        </span>
      )}
    </Link>
  );
}
