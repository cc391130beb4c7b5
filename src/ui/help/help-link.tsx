import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#ui/icon/icon.tsx';

/** Opens a guide in the side panel, without leaving the page; the shell provides it. */
export const OpenGuide = createContext<(guide: string) => void>(() => undefined);

/** "Need help?", or words of your own, in the context of what stands beside it. */
export function HelpLink({ guide, children }: { guide: string; children?: string }) {
  const { t } = useTranslation('ui');
  const open = useContext(OpenGuide);
  return (
    <button type="button" className="help-link" onClick={() => open(guide)}>
      <Icon name="help" />
      {children ?? t('need-help')}
    </button>
  );
}
