import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationId } from '#kernel/ids.ts';
import { Because } from '#ui/action/because.tsx';
import { Button } from '#ui/action/button.tsx';
import { Dialog } from '#ui/action/dialog.tsx';
import { say } from '#ui/feedback/toasts.tsx';
import { Note } from '#ui/feedback/note.tsx';
import { ChoiceField } from '#ui/form/choice-fields.tsx';
import { TextField } from '#ui/form/fields.tsx';
import { TintField } from '#ui/form/tint-field.tsx';
import { Stack } from '#ui/page/arrange.tsx';
import { initialsOf, tintOf } from '#ui/text/initials.rules.ts';
import { useAct } from '#web/api/acts.ts';
import { useUpload } from '#web/api/upload.ts';
import { PortalPreview } from '#web/shell/brand-preview.tsx';
import type { Look } from '#web/shell/organization-mark.tsx';
import { LogoDrop, useChosenFile } from './chosen-file.view.tsx';
import { useColours } from './colours.view.tsx';

type Props = {
  readonly organizationId: OrganizationId;
  readonly look: Look;
  readonly role: string;
  readonly onClose: () => void;
};

/** What stands top left in the portal: a square logo alone, or initials (R102–R104). */
export function PortalBrandDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  const { t } = useTranslation('organizations');
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title={t('branding.portal')} wide>
      <PortalBrand {...props} />
    </Dialog>
  );
}

function PortalBrand({ organizationId, look, role, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const draft = useDraft(look);
  const { choice, file, initials } = draft;
  const params = { organizationId };
  const done = (): void => {
    say.done(t('branding.saved'));
    onClose();
  };
  const upload = useUpload('setSquareLogo');
  const save = useAct('setInitials', { showsFailure: true, onDone: done });
  const sendLogo = async (chosen: File): Promise<void> => {
    if (await upload.send({ params }, chosen)) done();
  };
  const submit = (): void => {
    if (choice === 'initials') {
      void save.act({ params, body: { initials, tint: draft.tint } });
    } else if (file === undefined) onClose();
    else void sendLogo(file);
  };
  const isBusy = save.isBusy || upload.progress !== undefined;
  const isReady = choice === 'initials' ? initials !== '' : draft.look.square !== undefined;
  const missing = choice === 'initials' ? 'initials-first' : 'choose-first';
  const failure = choice === 'initials' ? save.failure : upload.failure;
  return (
    <Stack>
      {failure && <Note tone="bad">{failure}</Note>}
      <PortalPreview look={draft.look} role={role} caption={t('branding.preview')} />
      <Choice draft={draft} isBusy={isBusy} />
      {choice === 'square' && look.wide !== undefined && (
        <Note tone="warn">{t('branding.takes-wide')}</Note>
      )}
      <div>
        <Because reason={isReady ? undefined : t(`branding.${missing}`)}>
          <Button tone="primary" isBusy={isBusy} onClick={submit}>
            {t('branding.save')}
          </Button>
        </Because>
      </div>
    </Stack>
  );
}

type Draft = ReturnType<typeof useDraft>;

/** What was chosen so far, and how the portal would look with it. */
function useDraft(look: Look) {
  const [choice, setChoice] = useState<'square' | 'initials'>(
    look.square === undefined ? 'initials' : 'square',
  );
  const [initials, setInitials] = useState(look.initials ?? initialsOf(look.name));
  const [tint, setTint] = useState(look.tint ?? tintOf(look.name));
  const { file, address, choose } = useChosenFile();
  const { name, wide } = look;
  const square = address ?? look.square;
  const shown: Look =
    choice === 'initials'
      ? { name, initials, tint, ...(wide === undefined ? {} : { wide }) }
      : { name, initials, tint, ...(square === undefined ? {} : { square }) };
  return { choice, setChoice, initials, setInitials, tint, setTint, file, choose, look: shown };
}

function Choice({ draft, isBusy }: { draft: Draft; isBusy: boolean }) {
  const { t } = useTranslation('organizations');
  const colours = useColours();
  const { choice, initials, tint } = draft;
  return (
    <>
      <ChoiceField
        name="square"
        label={t('branding.square')}
        value={choice}
        error={undefined}
        onChange={draft.setChoice}
        of={[
          {
            value: 'square',
            label: t('branding.logo-alone'),
            note: t('branding.logo-alone-note'),
          },
          {
            value: 'initials',
            label: t('branding.with-initials'),
            note: t('branding.with-initials-note'),
          },
        ]}
      />
      {choice === 'square' ? (
        <LogoDrop advice={t('branding.square-advice')} isBusy={isBusy} onFile={draft.choose} />
      ) : (
        <>
          <TextField
            name="initials"
            label={t('branding.initials')}
            hint={t('branding.initials-hint')}
            value={initials}
            error={undefined}
            maxLength={2}
            isShort
            onChange={(text) => draft.setInitials(lettersOf(text))}
          />
          <TintField
            name="tint"
            label={t('branding.colour')}
            names={colours}
            value={tint}
            error={undefined}
            onChange={draft.setTint}
          />
        </>
      )}
    </>
  );
}

/** Letters and digits only, as the server takes them. */
const lettersOf = (text: string): string =>
  [...text.normalize('NFC').toUpperCase()]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, 2)
    .join('');
