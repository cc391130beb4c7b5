import Bowser from 'bowser';

/** Browser and system, as far as a browser says what it is. */
export function deviceNameOf(agent: string): { browser: string; system: string } {
  if (agent === '') return { browser: '', system: '' };
  const { browser, os } = Bowser.parse(agent);
  return { browser: browser.name ?? '', system: os.name ?? '' };
}

/** In one line, for mails and the log. */
export function deviceLabel(agent: string): string {
  const { browser, system } = deviceNameOf(agent);
  return [browser, system].filter((part) => part !== '').join(', ') || '?';
}
