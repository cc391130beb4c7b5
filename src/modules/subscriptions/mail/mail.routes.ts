import { serve } from '#platform/http/route.ts';
import * as act from './change-mail.ts';
import * as promise from './mail.contract.ts';
import { readMail } from './read-mail.ts';

export const mailRoutes = [
  serve(promise.readMail, ({ tx, params }) => readMail(tx, params)),
  serve(promise.setMailDomain, ({ tx, now, actor, params, body: { domain } }) =>
    act.setMailDomain(tx, { ...params, domain }, actor, now),
  ),
  serve(promise.addMailAddress, ({ tx, now, actor, params, body: { local } }) =>
    act.addMailAddress(tx, { ...params, local }, actor, now),
  ),
  serve(promise.removeMailAddress, ({ tx, now, actor, params }) =>
    act.removeMailAddress(tx, params, actor, now),
  ),
];
