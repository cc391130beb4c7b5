import type { Account } from './accounts.ts';
import { button, element } from './draw.ts';
import { decide, Refused, type Waiting } from './phone.ts';
import { shownLock } from './screen-lock.ts';
import { titleOf } from './title.ts';
import { text, timeOf } from './app-words.ts';

/** What waits: who asks, from where, and a field for the number. Nothing approves without it. */
export function requestForm(
  account: Account,
  { attempt, browser, place, isKnown, askedAt, expiresAt, ...what }: Waiting,
  { hasScreenLock, end }: { hasScreenLock: boolean; end: (said: string) => void },
): HTMLElement {
  const field = document.createElement('input');
  field.inputMode = 'numeric';
  field.autocomplete = 'off';
  field.maxLength = 7;
  field.placeholder = '000 000';
  const note = element('p', 'note bad');
  note.setAttribute('role', 'alert');
  const form = element('form', 'stack');
  const refuse = (decision: 'deny' | 'report') => async (): Promise<void> => {
    const { outcome } = await decide(account, attempt, { decision });
    end(outcome === 'denied' || outcome === 'reported' ? text[outcome] : text.over);
  };
  async function approve(): Promise<void> {
    const code = field.value.replaceAll(/\D/g, '');
    if (code.length !== 6) {
      field.focus();
      return;
    }
    const assertion = hasScreenLock ? await shownLock(account, attempt) : undefined;
    if (hasScreenLock && !assertion) throw new Refused('no screen lock');
    const said = { decision: 'approve', code, assertion } as const;
    const { outcome, left } = await decide(account, attempt, said);
    if (outcome === 'wrong-code' && left > 0) {
      note.textContent = `${text.wrong} ${left}`;
      field.value = '';
      field.focus();
    } else end(outcome === 'approved' ? text.approved : text.over);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    note.textContent = '';
    void approve().catch((error: unknown) => {
      const refused = hasScreenLock ? text.lockFailed : text.over;
      note.textContent = error instanceof Refused ? refused : text.offline;
    });
  });
  form.append(
    element('h2', '', titleOf(what)),
    facts([
      ...(what.organization === null ? [] : [[text.organization, what.organization] as const]),
      [text.from, `${browser} · ${place}`],
      [text.known, isKnown ? text.knownYes : text.knownNo],
      [text.at, timeOf(askedAt)],
      [text.until, timeOf(expiresAt)],
    ]),
    note,
    element('label', 'stack label', text.number, field),
    element('button', 'primary', text.approve),
    button(text.deny, '', refuse('deny')),
    button(text.report, 'quiet', refuse('report')),
  );
  return form;
}

function facts(all: readonly (readonly [string, string])[]): HTMLElement {
  const rows = all.flatMap(([name, value]) => [
    element('dt', 'muted', name),
    element('dd', '', value),
  ]);
  return element('dl', 'facts', ...rows);
}
