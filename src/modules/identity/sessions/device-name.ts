import Bowser from 'bowser';

/** Browser and system, as far as a browser says what it is. */
export function deviceNameOf(agent: string): { browser: string; system: string } {
  if (agent === '') return { browser: '', system: '' };
  const { browser, os } = Bowser.parse(agent);
  return { browser: browser.name ?? '', system: os.name ?? '' };
}

const labels = new Map<string, string>();
const mostLabels = 1000;

/** In one line, for mails and the log. Asked with each request, so what was read is remembered. */
export function deviceLabel(agent: string): string {
  const known = labels.get(agent);
  if (known !== undefined) return known;
  if (labels.size >= mostLabels) labels.clear();
  const label = labelOf(agent);
  labels.set(agent, label);
  return label;
}

function labelOf(agent: string): string {
  const { browser, system } = deviceNameOf(agent);
  return [browser, system].filter((part) => part !== '').join(', ') || '?';
}
