import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '#ui/action/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import './feedback.css';

type Toast = {
  readonly id: number;
  readonly tone: 'ok' | 'bad';
  readonly text: ReactNode;
  readonly offer?: Offer | undefined;
};

/** What somebody may do about it, now or never. */
type Offer = { readonly label: ReactNode; readonly onTake: () => void };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function add(tone: Toast['tone'], text: ReactNode, offer?: Offer): void {
  lastId += 1;
  const toast = { id: lastId, tone, text, offer };
  show([...toasts.filter((present) => present.text !== text), toast].slice(-3));
}

const remove = (id: number): void => show(toasts.filter((toast) => toast.id !== id));

/** Says in passing that something was done, or why not. What must be read belongs into the page. */
export const say = {
  done: (text: string): void => add('ok', text),
  failed: (text: string): void => add('bad', text),
  /** Offers something in passing; it stands longer, and is gone when nobody takes it. */
  offer: (text: ReactNode, offer: Offer): void => add('ok', text, offer),
};

function usePresent(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

/** Where they appear; once, in the outermost layout. */
export function Toasts() {
  const present = usePresent();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {present.flatMap((toast) => (toast.offer ? [] : [<OneToast key={toast.id} {...toast} />]))}
    </div>
  );
}

/** Where offers stand: at the head of the page, in its flow, so that they cover nothing. */
export function Offers() {
  const present = usePresent();
  return (
    <div role="status">
      {present.flatMap((toast) => (toast.offer ? [<OneToast key={toast.id} {...toast} />] : []))}
    </div>
  );
}

const iconOf = { ok: 'done', bad: 'warning' } as const;

function OneToast({ id, tone, text, offer }: Toast) {
  const { t } = useTranslation('ui');
  useEffect(() => {
    const stays = offer ? 30_000 : tone === 'ok' ? 6_000 : 12_000;
    const timer = setTimeout(() => remove(id), stays);
    return () => clearTimeout(timer);
  }, [id, tone, offer]);
  return (
    <div className={offer ? 'toast toast-offer' : `toast toast-${tone}`}>
      <Icon name={offer ? 'key' : iconOf[tone]} size={18} />
      <div className="toast-words">
        <p>{text}</p>
        {offer && (
          <Button
            onClick={() => {
              remove(id);
              offer.onTake();
            }}
          >
            {offer.label}
          </Button>
        )}
      </div>
      <IconButton icon="close" label={t('close')} onClick={() => remove(id)} />
    </div>
  );
}
