import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '#ui/text/initials.tsx';
import { useInstance } from '#web/api/session.ts';
import { LanguageMenu } from './language-menu.tsx';
import { InstanceBanner } from './notices.tsx';
import { useArea } from './use-area.ts';
import { Working } from './working.tsx';

/** One centred card, the brand, no navigation. */
export function DoorCard({ children }: { children: ReactNode }) {
  const { brand } = useInstance();
  useArea();
  return (
    <>
      <InstanceBanner />
      <div className="door">
        <main className="door-card">
          <div className="door-brand">
            <Initials name={brand} brand />
            {brand}
          </div>
          {children}
        </main>
        <footer className="door-foot">
          <LanguageMenu />
        </footer>
      </div>
    </>
  );
}

/** What a door says: its title, one line, its form, and the other ways below a rule. */
export function DoorPage({
  title,
  subtitle,
  children,
  more,
}: {
  title: string;
  subtitle?: ReactNode;
  children?: ReactNode;
  /** Other ways, a line each. */
  more?: ReactNode;
}) {
  const { t } = useTranslation();
  const { brand } = useInstance();
  useEffect(() => {
    document.title = t('title', { page: title, brand });
  }, [t, title, brand]);
  return (
    <>
      <div className="door-words">
        <h1>{title}</h1>
        {subtitle && <p>{subtitle}</p>}
      </div>
      {children}
      <Working />
      {more && <div className="door-more">{more}</div>}
    </>
  );
}
