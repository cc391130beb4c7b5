import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '#ui/form/file-drop.tsx';

/** A picture that was chosen and not sent yet: its address in this browser shows it at once. */
export function useChosenFile() {
  const [chosen, setChosen] = useState<{ readonly file: File; readonly address: string }>();
  useEffect(() => () => chosen && URL.revokeObjectURL(chosen.address), [chosen]);
  const choose = (file: File | undefined): void =>
    setChosen(file && { file, address: URL.createObjectURL(file) });
  return { file: chosen?.file, address: chosen?.address, choose };
}

/** Takes one logo; the server reads it anew, whatever its name says. */
export function LogoDrop({
  advice,
  isBusy,
  onFile,
}: {
  advice: string;
  isBusy: boolean;
  onFile: (file: File | undefined) => void;
}) {
  const { t } = useTranslation('organizations');
  return (
    <FileDrop
      label={advice}
      choose={t('branding.choose')}
      accept="image/png,image/jpeg,image/webp"
      isSingle
      isBusy={isBusy}
      onFiles={(files) => onFile(files[0])}
    />
  );
}
