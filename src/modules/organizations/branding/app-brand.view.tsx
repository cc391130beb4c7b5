import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button, Buttons } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { useAct } from '#web/api/acts.ts';
import { useUpload } from '#web/api/upload.ts';
import { AppPreview, PortalPreview } from '#web/shell/brand-preview.tsx';
import type { Look } from '#web/shell/organization-mark.tsx';
import { LogoDrop, useChosenFile } from './chosen-file.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly look: Look;
  readonly role: string;
  readonly onClose: () => void;
};

/** The one rectangular logo of all services; it counts for the portal too (R105, R106). */
export function AppBrandDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  const { t } = useTranslation('organizations');
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title={t('branding.apps')} wide>
      <AppBrand {...props} />
    </Dialog>
  );
}

function AppBrand({ organizationId, look, role, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const { file, address, choose } = useChosenFile();
  const params = { organizationId };
  const upload = useUpload('setWideLogo');
  const remove = useAct('removeWideLogo', { said: t('branding.removed'), onDone: onClose });
  const isBusy = upload.progress !== undefined;
  const send = async (chosen: File): Promise<void> => {
    if (!(await upload.send({ params }, chosen))) return;
    say.done(t('branding.saved'));
    onClose();
  };
  const shown = address === undefined ? look : { ...look, wide: address };
  return (
    <Stack>
      {upload.failure && <Note tone="bad">{upload.failure}</Note>}
      <AppPreview look={shown} app={t('branding.app')} caption={t('branding.preview-app')} />
      <PortalPreview look={shown} role={role} caption={t('branding.preview')} />
      <LogoDrop advice={t('branding.wide-advice')} isBusy={isBusy} onFile={choose} />
      <Buttons>
        <Because reason={file === undefined ? t('branding.choose-first') : undefined}>
          <Button tone="primary" isBusy={isBusy} onClick={() => file && void send(file)}>
            {t('branding.save')}
          </Button>
        </Because>
        {look.wide !== undefined && (
          <Button isBusy={remove.isBusy} onClick={() => void remove.act({ params })}>
            {t('branding.remove')}
          </Button>
        )}
      </Buttons>
    </Stack>
  );
}
