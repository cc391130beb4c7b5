import { useTranslation } from 'react-i18next';

/** In the order of the tints. */
const colours = ['teal', 'violet', 'brick', 'blue', 'magenta', 'green'] as const;

/** What the colours of initials are called. */
export function useColours(): readonly string[] {
  const { t } = useTranslation('organizations');
  return colours.map((colour) => t(`branding.colours.${colour}`));
}
