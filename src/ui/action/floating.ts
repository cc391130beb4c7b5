import { useId, useRef, useState, type ToggleEvent } from 'react';
import { flushSync } from 'react-dom';
import { placeBeside } from './menu-behaviour.ts';

/**
 * Something that opens beside a button. The browser keeps it on top, closes it on Escape or on a
 * click
 * elsewhere, and gives the focus back; only its place is computed.
 */
export function useFloating(side: 'end' | 'start', onOpened: (panel: HTMLElement) => void) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  return {
    isOpen,
    open: () => panel.current?.showPopover(),
    close: () => panel.current?.hidePopover(),
    target: { ref: target, popoverTarget: id, 'aria-expanded': isOpen, type: 'button' },
    panel: {
      ref: panel,
      id,
      popover: 'auto',
      tabIndex: -1,
      onBeforeToggle: (event: ToggleEvent<HTMLDivElement>) => {
        if (event.newState === 'open') flushSync(() => setOpen(true));
      },
      onToggle: (event: ToggleEvent<HTMLDivElement>) => {
        const { currentTarget } = event;
        if (event.newState === 'closed') {
          delete currentTarget.dataset['placed'];
          setOpen(false);
        } else if (target.current) {
          placeBeside(currentTarget, target.current, side);
          currentTarget.dataset['placed'] = '';
          onOpened(currentTarget);
        }
      },
    },
  } as const;
}
