export function element(
  tag: string,
  className: string,
  ...inside: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

export function button(label: string, className: string, act: () => Promise<void>): HTMLElement {
  const made = element('button', className, label);
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => void act());
  return made;
}

/** Six digits as people read them. */
export const inThrees = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
