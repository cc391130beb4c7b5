import './authenticator.css';
import { accounts, forgetAccount, keepAccount, type Account } from './accounts.ts';
import { codeOf } from './codes.ts';
import { decide, pair, Refused, waitingFor, type Waiting } from './phone.ts';
import { text } from './texts.ts';

/** How often an open app asks what waits. */
const pollMs = 3000;
const app = document.querySelector('#app') ?? document.body;
document.documentElement.lang = text.approve === 'Confirmar' ? 'es' : 'en';

function element(tag: string, className: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

function button(label: string, className: string, act: () => Promise<void>): HTMLElement {
  const made = element('button', className, label);
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => void act());
  return made;
}

/** One account: what waits, its two words until it is finished, and its code. */
function card(account: Account): { readonly node: HTMLElement; refresh(): Promise<void> } {
  const code = element('p', 'number');
  const place = element('div', 'stack');
  const note = element('p', 'note');
  let shown = '';
  const show = (name: string, ...inside: Node[]): void => {
    if (shown === name) return;
    shown = name;
    place.replaceChildren(...inside);
  };
  const end = (said: string): void => {
    note.textContent = said;
    show('');
  };

  function request(waiting: Waiting): HTMLElement {
    const { attempt, purpose, browser, place: where, askedAt } = waiting;
    const field = document.createElement('input');
    field.inputMode = 'numeric';
    field.autocomplete = 'off';
    field.maxLength = 7;
    const form = document.createElement('form');
    form.className = 'stack';
    const refuse = (decision: 'deny' | 'report') => async (): Promise<void> => {
      const { outcome } = await decide(account, attempt, { decision });
      end(outcome === 'denied' || outcome === 'reported' ? text[outcome] : text.over);
    };
    async function approve(): Promise<void> {
      const typed = field.value.replaceAll(/\D/g, '');
      if (typed.length !== 6) {
        field.focus();
        return;
      }
      const approval = { decision: 'approve', code: typed } as const;
      const { outcome, left } = await decide(account, attempt, approval);
      if (outcome === 'wrong-code' && left > 0) {
        note.textContent = `${text.wrong} ${left}`;
        field.value = '';
        field.focus();
      } else end(outcome === 'approved' ? text.approved : text.over);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void approve();
    });
    const submit = element('button', 'primary', text.approve);
    form.append(
      element('h2', '', purpose === 'sign-in' ? text.signIn : text.stepUp),
      element('p', 'muted', `${account.service} · ${browser} · ${where}`),
      element('p', 'muted', new Date(askedAt).toLocaleTimeString()),
      element('label', 'stack', text.number, field),
      submit,
      button(text.deny, '', refuse('deny')),
      button(text.report, 'quiet', refuse('report')),
    );
    return form;
  }

  async function refresh(): Promise<void> {
    const digits = await codeOf(account.seed, Date.now());
    code.textContent = `${digits.slice(0, 3)} ${digits.slice(3)}`;
    try {
      const { state, waiting } = await waitingFor(account);
      if (note.textContent === text.offline) note.textContent = '';
      if (state === 'removed') {
        code.textContent = '';
        note.textContent = text.removed;
        const forget = async (): Promise<void> => {
          await forgetAccount(account.factorId);
          location.reload();
        };
        show('removed', button(text.forget, '', forget));
      } else if (state === 'not-finished') {
        show('new', element('p', 'number', account.name), element('p', 'muted', text.compare));
      } else if (waiting) {
        if (shown !== waiting.attempt) note.textContent = '';
        show(waiting.attempt, request(waiting));
      } else show('');
    } catch (error) {
      if (!(error instanceof Refused)) note.textContent = text.offline;
    }
  }

  const node = element(
    'section',
    'card',
    element('h2', '', account.service),
    element('p', 'muted', account.account),
    note,
    place,
    element('p', 'muted', text.code),
    code,
  );
  return { node, refresh };
}

async function start(): Promise<void> {
  const problem = element('p', 'note');
  const scanned = location.hash.slice(1);
  if (scanned !== '') {
    history.replaceState(null, '', location.pathname);
    try {
      await keepAccount(await pair(scanned));
    } catch {
      problem.textContent = text.failed;
    }
  }
  const cards = (await accounts()).map(card);
  const nothing = cards.length === 0 ? [element('p', 'muted', text.empty)] : [];
  app.replaceChildren(
    element('h1', '', 'Atrio Authenticator'),
    problem,
    ...nothing,
    ...cards.map(({ node }) => node),
  );
  const refresh = (): void => void Promise.all(cards.map((one) => one.refresh()));
  refresh();
  setInterval(refresh, pollMs);
}

addEventListener('hashchange', () => location.reload());
void navigator.serviceWorker?.register('/authenticator-worker.js', { scope: '/authenticator' });
await start();
