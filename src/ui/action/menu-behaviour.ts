/** Under the button, or above it where there is no room below. */
export function placeBeside(list: HTMLElement, target: HTMLElement, side: 'end' | 'start'): void {
  const from = target.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const left = side === 'end' ? from.right - width : from.left;
  const below = from.bottom + 6;
  const fitsBelow = below + height <= window.innerHeight - 8;
  const top = fitsBelow ? below : Math.max(8, from.top - height - 6);
  list.style.left = `${Math.min(Math.max(8, left), Math.max(8, window.innerWidth - width - 8))}px`;
  list.style.top = `${top}px`;
}

type Way = 'next' | 'previous' | 'first' | 'last' | { readonly startingWith: string };

/** Moves the focus among the choices; disabled ones too, since they say why. */
export function move(list: HTMLElement, way: Way): void {
  const items = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[indexAfter(items, at, way)]?.focus();
}

function indexAfter(items: readonly HTMLElement[], at: number, way: Way): number {
  if (typeof way === 'object') {
    const begins = (item: HTMLElement): boolean =>
      (item.textContent ?? '').trim().toLowerCase().startsWith(way.startingWith.toLowerCase());
    const after = items.findIndex((item, index) => index > at && begins(item));
    return after >= 0 ? after : items.findIndex(begins);
  }
  const to = { first: 0, last: items.length - 1, next: at + 1, previous: at - 1 + items.length };
  return to[way] % items.length;
}
