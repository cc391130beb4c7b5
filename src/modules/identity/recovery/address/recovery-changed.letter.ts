import type { Instant } from '#kernel/calendar.ts';
import { defineLetter } from '#modules/messages/index.ts';
import { recoveryLimits } from './recovery-address.rules.ts';

export type RecoveryNews = {
  readonly happened: 'set' | 'replaced' | 'removed' | 'restored' | 'undone';
  /** Masked: each address of the account reads it. */
  readonly address: string;
  readonly at: Instant;
  /** “This was not me”; after that was said, the way to a new password. */
  readonly link: string;
};

const days = {
  counts: recoveryLimits.countsAfterSeconds / 86_400,
  former: recoveryLimits.formerSeconds / 86_400,
};

const en = {
  set: {
    subject: 'Your account has a recovery address',
    line: 'From now on we also write to the address below when something changes that protects your account.',
  },
  replaced: {
    subject: 'The recovery address of your account was changed',
    line: `From now on we also write to the address below when something changes that protects your account. The one before is still told for ${days.former} days.`,
  },
  removed: {
    subject: 'The recovery address of your account was removed',
    line: `It recovers nothing any more. It is still told for ${days.former} days what happens to your account.`,
  },
  restored: {
    subject: 'Your recovery address is back',
    line: 'You told us that a sign-in was not yours. What it did to the recovery address is undone.',
  },
  undone: {
    subject: 'Your recovery address was taken off your account',
    line: 'You told us that a sign-in was not yours. The recovery address was set since then, so it is none any more. If it was you who set it, set it anew.',
  },
} as const;

const es = {
  set: {
    subject: 'Su cuenta tiene una dirección de recuperación',
    line: 'A partir de ahora también escribimos a la dirección de abajo cuando cambia algo que protege su cuenta.',
  },
  replaced: {
    subject: 'Ha cambiado la dirección de recuperación de su cuenta',
    line: `A partir de ahora también escribimos a la dirección de abajo cuando cambia algo que protege su cuenta. A la anterior la seguimos avisando durante ${days.former} días.`,
  },
  removed: {
    subject: 'Se ha eliminado la dirección de recuperación de su cuenta',
    line: `Ya no sirve para recuperar la cuenta. Todavía la avisamos durante ${days.former} días de lo que ocurra en ella.`,
  },
  restored: {
    subject: 'Su dirección de recuperación vuelve a estar en vigor',
    line: 'Nos ha indicado que un inicio de sesión no era suyo. Lo que hizo con la dirección de recuperación queda deshecho.',
  },
  undone: {
    subject: 'Hemos retirado la dirección de recuperación de su cuenta',
    line: 'Nos ha indicado que un inicio de sesión no era suyo. La dirección de recuperación se añadió después, así que deja de serlo. Si la añadió usted, vuelva a añadirla.',
  },
} as const;

const isUndoing = ({ happened }: RecoveryNews) => happened === 'restored' || happened === 'undone';
const isNew = ({ happened }: RecoveryNews) => happened === 'set' || happened === 'replaced';

export const recoveryChanged = defineLetter<RecoveryNews>('identity.recovery-changed', {
  en: (news, format) => ({
    subject: en[news.happened].subject,
    lines: [en[news.happened].line],
    facts: [
      ['Address', news.address],
      ['When', format.instant(news.at)],
    ],
    action: isUndoing(news)
      ? { label: 'Set a new password', url: news.link }
      : { label: 'This was not me', url: news.link },
    closing: [
      ...(isNew(news)
        ? [`A link for a new password can go there ${days.counts} days from now, not earlier.`]
        : []),
      ...(isUndoing(news)
        ? ['Nobody gets in with your present password any more: choose a new one.']
        : [
            'If that was you, there is nothing to do.',
            'If it was not you, follow the link. It ends the session that did it, undoes the change, and nobody gets in with the present password any more. It works once, for 7 days, without signing in.',
          ]),
    ],
  }),
  es: (news, format) => ({
    subject: es[news.happened].subject,
    lines: [es[news.happened].line],
    facts: [
      ['Dirección', news.address],
      ['Cuándo', format.instant(news.at)],
    ],
    action: isUndoing(news)
      ? { label: 'Crear una contraseña nueva', url: news.link }
      : { label: 'No he sido yo', url: news.link },
    closing: [
      ...(isNew(news)
        ? [
            `Un enlace para una contraseña nueva podrá enviarse allí dentro de ${days.counts} días, no antes.`,
          ]
        : []),
      ...(isUndoing(news)
        ? ['Con su contraseña actual ya no entra nadie: elija otra.']
        : [
            'Si ha sido usted, no tiene que hacer nada.',
            'Si no ha sido usted, siga el enlace: cierra la sesión que lo hizo, deshace el cambio y nadie puede volver a entrar con la contraseña actual. Funciona una sola vez, durante 7 días, sin iniciar sesión.',
          ]),
    ],
  }),
});
