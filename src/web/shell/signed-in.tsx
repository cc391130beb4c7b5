import { Navigate, useLocation } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useSession } from '#web/api/session.ts';
import { speak, spoken, wasChosenHere } from '#web/language/i18n.ts';

/** Only for those who are signed in; others go to the door and come back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { user } = useSession();
  const { href } = useLocation();
  useAccountLanguage(user?.language);
  if (!user) return <Navigate to="/sign-in" search={{ next: href }} replace />;
  return children;
}

/** The account's language, unless another was chosen on this device. */
function useAccountLanguage(language: Parameters<typeof speak>[0] | undefined): void {
  useEffect(() => {
    if (language && language !== spoken() && !wasChosenHere()) void speak(language);
  }, [language]);
}
