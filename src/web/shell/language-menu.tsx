import { useTranslation } from 'react-i18next';
import { Menu } from '#ui/action/menu.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { Icon } from '#ui/icon/icon.tsx';
import { languageNames } from '#web/language/i18n.ts';
import { LanguageItems } from './avatar-menu.tsx';

/** The language of a door; behind it the account's own counts. */
export function LanguageMenu() {
  const { t } = useTranslation();
  const present = useLanguage();
  return (
    <Menu
      label={t('language')}
      side="start"
      buttonClass="door-language"
      button={
        <>
          <Icon name="language" />
          {languageNames[present]}
        </>
      }
    >
      <LanguageItems />
    </Menu>
  );
}
