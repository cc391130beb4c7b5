import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/action/button.tsx';
import './text.css';

/** A reference, an IBAN, a code: shown to be copied. `value` is copied, `shown` may be spaced. */
export function CopyField({
  label,
  value,
  shown = value,
}: {
  label: string;
  value: string;
  shown?: string;
}) {
  const { t } = useTranslation('ui');
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(value).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  }

  return (
    <div>
      <span className="copy-field-name">{label}</span>
      <div className="copy-field">
        <code>{shown}</code>
        <IconButton
          icon={isCopied ? 'check' : 'copy'}
          label={t(isCopied ? 'copied' : 'copy', { what: label })}
          onClick={() => void copy()}
        />
        <span className="unseen" role="status">
          {isCopied && t('copied', { what: label })}
        </span>
      </div>
    </div>
  );
}
