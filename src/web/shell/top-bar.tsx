import { lazy, Suspense, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/action/button.tsx';
import { OpenGuide } from '#ui/help/help-link.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { useTheme } from '#ui/theme/color-scheme.ts';
import type { PaletteSide } from '#web/palette/finders.ts';
import { useShortcut } from '#web/palette/use-shortcut.ts';

const Palette = lazy(async () => ({
  default: (await import('#web/palette/palette.tsx')).Palette,
}));

/** Search, theme, help, and who one is. */
export function TopBar({
  side,
  badge,
  mark,
}: {
  side: PaletteSide;
  badge: ReactNode;
  /** Whom one acts for, where the left navigation is hidden. */
  mark?: ReactNode;
}) {
  const { t } = useTranslation();
  const openGuide = useContext(OpenGuide);
  const [isSearching, setSearching] = useState(false);
  const [wasSearched, setSearched] = useState(false);
  const search = (): void => {
    setSearched(true);
    setSearching(true);
  };
  useShortcut('k', search);
  return (
    <>
      {mark && <span className="top-mark">{mark}</span>}
      <button type="button" className="top-search" onClick={search}>
        <Icon name="search" />
        <span>{t(side.kind === 'staff' ? 'palette.open-staff' : 'palette.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="top-tools">
        <ThemeButton />
        <span className="top-help">
          <IconButton icon="help" label={t('help.open')} onClick={() => openGuide('start')} />
        </span>
        {badge}
      </div>
      {wasSearched && (
        <Suspense>
          <Palette side={side} isOpen={isSearching} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}

function ThemeButton() {
  const { t } = useTranslation();
  const [theme, setTheme] = useTheme();
  const isDark =
    theme === 'dark' ||
    (theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <IconButton
      icon={isDark ? 'light' : 'dark'}
      label={t(isDark ? 'theme.to-light' : 'theme.to-dark')}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    />
  );
}
