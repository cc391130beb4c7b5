import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/action/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import './feedback.css';

type Toast = { readonly id: number; readonly tone: 'ok' | 'bad'; readonly text: string };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function add(tone: Toast['tone'], text: string): void {
  lastId += 1;
  show([...toasts.filter((toast) => toast.text !== text), { id: lastId, tone, text }].slice(-3));
}

const remove = (id: number): void => show(toasts.filter((toast) => toast.id !== id));

/** Says in passing that something was done, or why not. What must be read belongs into the page. */
export const say = {
  done: (text: string): void => add('ok', text),
  failed: (text: string): void => add('bad', text),
};

/** Where they appear; once, in the outermost layout. */
export function Toasts() {
  const present = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {present.map((toast) => (
        <OneToast key={toast.id} {...toast} />
      ))}
    </div>
  );
}

function OneToast({ id, tone, text }: Toast) {
  const { t } = useTranslation('ui');
  useEffect(() => {
    const timer = setTimeout(() => remove(id), tone === 'ok' ? 6_000 : 12_000);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className={`toast toast-${tone}`}>
      <Icon name={tone === 'ok' ? 'done' : 'warning'} size={18} />
      <p>{text}</p>
      <IconButton icon="close" label={t('close')} onClick={() => remove(id)} />
    </div>
  );
}
