import { serve } from '#platform/http/route.ts';
import { browserOf, cookieSeconds } from '../cookies.ts';
import { letIn } from '../sign-in.routes.ts';
import {
  askPasskeyAtDoor,
  signInWithPasskey,
  staffSignInWithPasskey,
} from './passkey-door.contract.ts';
import { askAtDoor, signInWithPasskey as enter } from './sign-in-with-passkey.ts';

export const passkeyDoorRoutes = [
  serve(askPasskeyAtDoor, async ({ tx, now, http }) => {
    const asked = { browserToken: http.cookie('try'), prefix: http.addressPrefix };
    const { options, browserToken } = await askAtDoor(tx, asked, now);
    if (asked.browserToken === undefined) {
      http.setCookie('try', browserToken, cookieSeconds.attempt);
    }
    return { options: { ...options } };
  }),
  serve(signInWithPasskey, async ({ within, now, http, body }) => {
    const { response: assertion, staySignedIn: stay, returnTo } = body;
    const carried = { browserToken: http.cookie('try'), browser: browserOf(http) };
    const command = { door: 'user', assertion, stay, returnTo, ...carried } as const;
    return letIn(http, 'user', await enter(within, command, now));
  }),
  serve(staffSignInWithPasskey, async ({ within, now, http, body }) => {
    const { response: assertion, returnTo } = body;
    const carried = { browserToken: http.cookie('try'), browser: browserOf(http, 'staff') };
    const command = { door: 'staff', assertion, stay: false, returnTo, ...carried } as const;
    return letIn(http, 'staff', await enter(within, command, now));
  }),
];
