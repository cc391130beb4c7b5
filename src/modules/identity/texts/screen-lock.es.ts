import type { Texts } from '#kernel/texts.ts';
import type {
  screenLockActions as actions,
  screenLockPages as pages,
  screenLockRefusals as refusals,
} from './screen-lock.en.ts';

export const screenLockRefusals = {
  'screen-lock-needed':
    'Este teléfono solo aprueba con su bloqueo de pantalla, y este no ha confirmado. No se ha aprobado nada; inténtelo otra vez o vincule de nuevo el teléfono.',
  'screen-lock-kept':
    'Este teléfono ya pide su bloqueo de pantalla. Para empezar de nuevo, quítelo en Seguridad y vincúlelo otra vez.',
} as const satisfies Texts<typeof refusals>;

export const screenLockActions = {
  'screen-lock-added': 'El teléfono pide el bloqueo de pantalla antes de aprobar: {{about}}',
} as const satisfies Texts<typeof actions>;

export const screenLockPages = {
  'screen-lock': { asks: 'Pide el bloqueo de pantalla antes de aprobar' },
} as const satisfies Texts<typeof pages>;
