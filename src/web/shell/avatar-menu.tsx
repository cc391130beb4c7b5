import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Language } from '#kernel/language.ts';
import { Menu, MenuItem, MenuLine } from '#ui/action/menu.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { Initials } from '#ui/text/initials.tsx';
import { useAct } from '#web/api/acts.ts';
import { sessionChanged, useSession } from '#web/api/session.ts';
import { languageNames, languages, remember, speak } from '#web/language/i18n.ts';
import { place } from '#web/routing/place.ts';

/** The badge at the top right (R30): one's account, the language, the way out. */
export function AvatarMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { user } = useSession();
  const save = useAct('updateProfile');
  const leave = useAct('signOut', {
    onDone: () => {
      void navigate({ to: place('/sign-in') }).then(() => sessionChanged('user'));
    },
  });
  if (!user) return null;
  const name = `${user.firstName} ${user.lastName}`;
  return (
    <BadgeMenu name={name} address={user.address}>
      <MenuItem icon="person" label={t('badge.account')} to={place('/account/profile')} />
      <MenuItem
        icon="organization"
        label={t('badge.organizations')}
        to={place('/account/organizations')}
      />
      <MenuLine />
      <LanguageItems onChosen={(language) => void save.act({ body: { language } })} />
      <MenuLine />
      <MenuItem icon="sign-out" label={t('badge.sign-out')} onSelect={() => void leave.act({})} />
    </BadgeMenu>
  );
}

/** Initials in a circle, and what opens from them. */
export function BadgeMenu({
  name,
  address,
  children,
}: {
  name: string;
  address: string;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Menu
      label={t('badge.open', { name })}
      buttonClass="avatar-button"
      button={<Initials name={name} round />}
    >
      <div className="menu-head" role="presentation">
        <p className="strong">{name}</p>
        <p className="small muted">{address}</p>
      </div>
      <MenuLine />
      {children}
    </Menu>
  );
}

export function LanguageItems({ onChosen }: { onChosen?: (language: Language) => void }) {
  const present = useLanguage();
  return languages.map((language) => (
    <MenuItem
      key={language}
      label={languageNames[language]}
      isChosen={language === present}
      onSelect={() => {
        remember(language);
        void speak(language);
        onChosen?.(language);
      }}
    />
  ));
}
