import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/action/button.tsx';
import { Panel } from '#ui/action/dialog.tsx';
import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import { useLanguage } from '#ui/format/use-format.ts';
import { OpenGuide } from '#ui/help/help-link.tsx';
import { readGuide } from './read-guide.ts';
import { Markdown } from './markdown.tsx';

/** Guides open in a panel beside the page, which stays as it is. */
export function Guides({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [guide, setGuide] = useState<string>();
  const open = useCallback((name: string) => setGuide(name), []);
  const close = (): void => setGuide(undefined);
  return (
    <OpenGuide value={open}>
      {children}
      <Panel isOpen={guide !== undefined} onClose={close} label={t('help.title')}>
        <div className="panel-head">
          {t('help.title')}
          <IconButton icon="close" label={t('help.close')} onClick={close} />
        </div>
        {guide !== undefined && <Guide name={guide} />}
      </Panel>
    </OpenGuide>
  );
}

function Guide({ name }: { name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, isPending } = useQuery({
    queryKey: ['guide', name, language],
    queryFn: () => readGuide(name, language),
    staleTime: Infinity,
  });
  if (isPending) return <PageSkeleton />;
  return (
    <article className="guide">
      {data ? <Markdown text={data} /> : <p className="muted">{t('help.missing')}</p>}
    </article>
  );
}
