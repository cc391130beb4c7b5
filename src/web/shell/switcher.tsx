import { useMatches } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFloating } from '#ui/action/floating.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { Link } from '#ui/text/link.tsx';
import { matches } from '#ui/text/matches.rules.ts';
import { place } from '#web/routing/place.ts';
import type { MyOrganization } from './my-organizations.ts';
import { pageToKeep } from './navigation.ts';
import { lookOf, OrganizationFace, OrganizationMark } from './organization-mark.tsx';
import '#ui/action/menu.css';

const longList = 8;

/**
 * Whom one acts for (R26, R28, R29): one click shows all, the next one switches and keeps the page.
 */
export function Switcher({
  present,
  all,
}: {
  present: MyOrganization;
  all: readonly MyOrganization[];
}) {
  const { t } = useTranslation(['web', 'organizations']);
  const floating = useFloating('start', focusFirst);
  const role = t(`organizations:role.${present.role}`);
  return (
    <>
      <button {...floating.target} className="switcher" aria-haspopup="dialog">
        <span className="unseen">{t('switcher.title')}: </span>
        <OrganizationFace look={lookOf(present)} role={role} />
        <Icon name="switch" />
      </button>
      <div
        {...floating.panel}
        role="dialog"
        aria-label={t('switcher.title')}
        className="menu switcher-panel"
      >
        {floating.isOpen && <Choices present={present} all={all} onChosen={floating.close} />}
      </div>
    </>
  );
}

function Choices({
  present,
  all,
  onChosen,
}: {
  present: MyOrganization;
  all: readonly MyOrganization[];
  onChosen: () => void;
}) {
  const { t } = useTranslation(['web', 'organizations']);
  const [text, setText] = useState('');
  const page = useMatches().at(-1)?.fullPath ?? '';
  const found = all.filter(({ name, customerNumber }) =>
    matches(`${name} ${customerNumber}`, text),
  );
  return (
    <>
      {all.length > longList && (
        <div className="switcher-search">
          <input
            type="search"
            aria-label={t('switcher.search')}
            placeholder={t('switcher.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      )}
      <ul className="switcher-list">
        {found.map((organization) => (
          <li key={organization.organizationId}>
            <Link
              to={`/o/${organization.organizationId}${pageToKeep(page, organization.may)}`}
              onClick={onChosen}
              onKeyDown={moveFocus}
            >
              <OrganizationMark look={lookOf(organization)} small />
              <span className="switcher-words">
                <span>{organization.name}</span>
                <span className="small faint">{t(`organizations:role.${organization.role}`)}</span>
              </span>
              {organization === present && <Icon name="check" />}
            </Link>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="menu-head muted">{t('switcher.none', { text })}</p>}
      <ul className="switcher-list switcher-foot">
        <li>
          <Link to={place('/account/organizations')} onClick={onChosen}>
            <Icon name="organization" />
            {t('switcher.all')}
          </Link>
        </li>
        <li>
          <Link to={place('/account/organizations/new')} onClick={onChosen}>
            <Icon name="add" />
            {t('switcher.create')}
          </Link>
        </li>
      </ul>
    </>
  );
}

function focusFirst(panel: HTMLElement): void {
  panel.querySelector<HTMLElement>('input, a')?.focus();
}

/** Up and down go from organization to organization. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
  if (step === 0) return;
  event.preventDefault();
  const links = [...(event.currentTarget.closest('ul')?.querySelectorAll('a') ?? [])];
  const at = links.findIndex((link) => link === event.currentTarget);
  links.at((at + step) % links.length)?.focus();
}
