import { useEffect, type ReactNode } from 'react';
import { goToDoor } from '#web/api/door.ts';
import { useSession } from '#web/api/session.ts';
import { speak, spoken, wasChosenHere } from '#web/language/i18n.ts';

/** Only for those who are signed in; others go to the door and come back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { user } = useSession();
  const isNobody = user === null;
  useAccountLanguage(user?.language);
  useEffect(() => {
    if (isNobody) goToDoor('user');
  }, [isNobody]);
  return isNobody ? null : children;
}

/** The account's language, unless another was chosen on this device. */
function useAccountLanguage(language: Parameters<typeof speak>[0] | undefined): void {
  useEffect(() => {
    if (language && language !== spoken() && !wasChosenHere()) void speak(language);
  }, [language]);
}
