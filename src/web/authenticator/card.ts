import { forgetAccount, type Account } from './accounts.ts';
import { forgetPaired } from './paired.ts';
import { codeOf } from './codes.ts';
import { button, element, inThrees } from './draw.ts';
import { Refused, waitingFor } from './phone.ts';
import { requestForm } from './request.ts';
import { newsPart } from './news.ts';
import { lockPart } from './screen-lock.ts';
import { text } from './app-words.ts';

/** Changes are asked for with every tenth poll: about each half minute. */
const pollsPerNews = 10;

/** What the server said of an account; nothing while there is no network. */
export type Said = Awaited<ReturnType<typeof waitingFor>> | undefined;

export type Card = { readonly node: HTMLElement; refresh(): Promise<Said> };

/** One account: what waits, its two words until it is finished, and its code. */
export function accountCard(account: Account): Card {
  const digits = element('p', 'number');
  const lock = lockPart(account);
  const news = newsPart(account);
  let polls = 0;
  const code = element('div', 'code', element('p', 'muted', text.code), digits);
  const place = element('div', 'stack');
  const note = element('p', 'note');
  note.setAttribute('role', 'status');
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

  function present(said: NonNullable<Said>): void {
    const { state, waiting, hasScreenLock } = said;
    lock.look(said);
    const proves = state === 'active' || state === 'not-finished';
    code.hidden = !proves;
    if (note.textContent === text.offline) note.textContent = '';
    if (state === 'removed' || state === 'stopped') {
      note.textContent = text[state];
      show(state, ...(state === 'removed' ? [forgetting(account.factorId)] : []));
    } else if (state === 'not-finished') {
      show('new', element('p', 'number', account.name), element('p', 'muted', text.compare));
    } else if (waiting) {
      const name = `${waiting.attempt} ${hasScreenLock}`;
      if (shown !== name) note.textContent = '';
      show(name, requestForm(account, waiting, { hasScreenLock, end }));
    } else show('');
  }

  async function refresh(): Promise<Said> {
    digits.textContent = inThrees(await codeOf(account.seed, Date.now()));
    try {
      const said = await waitingFor(account);
      present(said);
      if (said.state === 'active' && polls++ % pollsPerNews === 0) await news.look();
      return said;
    } catch (error) {
      if (!(error instanceof Refused)) note.textContent = text.offline;
      return undefined;
    }
  }

  const head = [element('h2', '', account.service), element('p', 'muted', account.account)];
  return {
    node: element('section', 'card', ...head, note, place, code, lock.node, news.node),
    refresh,
  };
}

/** Its key is not here any more, though a phone was paired. */
export function missingCard(paired: { readonly factorId: string; readonly service: string }) {
  const says = element('p', 'note', text.keyGone);
  const how = element('p', 'muted', text.bindAgain);
  const head = element('h2', '', paired.service);
  return element('section', 'card', head, says, how, forgetting(paired.factorId));
}

function forgetting(factorId: string): HTMLElement {
  return button(text.forget, '', async () => {
    await forgetAccount(factorId);
    forgetPaired(factorId);
    location.reload();
  });
}
