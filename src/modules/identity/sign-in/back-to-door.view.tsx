import { useTranslation } from 'react-i18next';
import { Link } from '#ui/text/link.tsx';
import { place } from '#web/routing/place.ts';

/** The way back to the sign-in page, from a door beside it. */
export function BackToDoor() {
  const { t } = useTranslation('identity');
  return (
    <p>
      <Link to={place('/sign-in')}>{t('recover.back')}</Link>
    </p>
  );
}
