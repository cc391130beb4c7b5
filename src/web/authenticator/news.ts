// What was changed lately of what protects the account: shown calmly, with the way to dispute it.
import { keepAccount, type Account } from './accounts.ts';
import { text } from './app-words.ts';
import { element } from './draw.ts';
import { noticesFor, type Notice } from './phone.ts';

/** What of it this phone has not shown yet; from now on it has. */
export async function takeNews(account: Account, notices: readonly Notice[]): Promise<Notice[]> {
  const { newsUntil = '' } = account;
  const news = notices.filter(({ at }) => at > newsUntil);
  const [latest] = news;
  if (latest) await keepAccount({ ...account, newsUntil: latest.at });
  return news;
}

/** One change in a line, as a notice and the list say it. */
export function lineOf({ what, label }: Notice): string {
  return label === null ? text.news[what] : `${text.news[what]}: ${label}`;
}

const addressOfDispute = '/recover';

/** The list of one account, below what waits. */
export function newsPart(account: Account): { readonly node: HTMLElement; look(): Promise<void> } {
  const node = element('div', 'stack news');
  let shown = '';
  async function look(): Promise<void> {
    const notices = await noticesFor(account);
    if (!document.hidden) await takeNews(account, notices);
    const ids = notices.map(({ id }) => id).join(' ');
    if (ids === shown) return;
    shown = ids;
    if (notices.length === 0) node.replaceChildren();
    else node.replaceChildren(element('h3', '', text.newsTitle), list(notices), dispute());
  }
  return { node, look };
}

function list(notices: readonly Notice[]): HTMLElement {
  const items = notices.map((notice) => {
    const when = new Date(notice.at).toLocaleString([], {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const where = [when, notice.from].filter((part) => part !== null).join(' · ');
    return element('li', '', element('p', '', lineOf(notice)), element('p', 'muted', where));
  });
  return element('ul', 'changes', ...items);
}

/** What the button of the mail does: whoever it was is out once another password is set. */
function dispute(): HTMLElement {
  const link = element('a', '', text.dispute);
  link.setAttribute('href', addressOfDispute);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener');
  return element('p', '', link);
}
