import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '#ui/action/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import './form.css';

/** Takes files by dropping or by choosing. */
export function FileDrop({
  label,
  choose,
  accept,
  onFiles,
  isBusy = false,
  isSingle = false,
  children,
}: {
  label: string;
  /** On the button. */
  choose: string;
  accept: string;
  onFiles: (files: readonly File[]) => void;
  isBusy?: boolean;
  /** One file takes the place of the one before. */
  isSingle?: boolean;
  children?: ReactNode;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className="file-drop"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!isBusy) onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name="upload" size={24} />
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className="unseen"
        type="file"
        multiple={!isSingle}
        accept={accept}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button isBusy={isBusy} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      {children}
    </div>
  );
}
