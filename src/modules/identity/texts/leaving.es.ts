import type { Texts } from '#kernel/texts.ts';
import type * as english from './leaving.en.ts';

export const leavingRefusals = {
  'prove-with-another':
    'Un método no dice nada sobre su propia retirada mientras usted tenga otro. No se ha cambiado nada; confírmelo con otro de sus métodos.',
  'stronger-needed':
    'No se ha cambiado nada: hace falta un método que pueda confirmarlo. Los mensajes de texto, los códigos de emergencia y lo perdido abren su cuenta y no confirman nada. Añada una llave de acceso, Atrio Authenticator o una aplicación de códigos en Mi cuenta → Seguridad → Autenticación de dos factores y repítalo.',
  'removal-over': 'Esta retirada ya se anuló o se llevó a cabo. Hemos vuelto a leer la lista.',
  'factor-not-lost':
    'No se comunicó la pérdida de este método, así que sigue detenido: puede que lo hayan copiado. Quítelo y añádalo de nuevo.',
  'factor-replaced':
    'Entretanto otro ha ocupado su lugar. No se ha cambiado nada; quite antes el otro.',
} as const satisfies Texts<typeof english.leavingRefusals>;

export const leavingActions = {
  'factor-removal-asked':
    'Retirada del último método de acceso pedida con un día de antelación: {{about}}',
  'factor-kept': 'Retirada anulada, se conserva el método de acceso: {{about}}',
  'factor-lost': 'Pérdida de un método de acceso comunicada: {{about}}',
  'factor-found': 'Método de acceso perdido recuperado: {{about}}',
  'code-replayed': 'Un código de la aplicación ya usado llegó por segunda vez',
} as const satisfies Texts<typeof english.leavingActions>;

export const leavingPages = {
  leaving: {
    lost: 'Perdido: no prueba nada',
    'goes-on': 'Se quitará el {{at}}',
    weak: 'Añada un método que pueda confirmar cambios',
    'weak-why':
      'Lo que tiene abre su cuenta y no confirma ningún cambio en ella. Con una llave de acceso, Atrio Authenticator o una aplicación de códigos podrá cambiarlo todo; hasta entonces puede añadir un método, cerrar sesiones y quitar lo que tiene.',
    'needs-stronger': 'Hace falta un método que pueda confirmarlo: añada antes uno.',
    'last-waits':
      'Este navegador es suyo desde hace menos de un día, así que el método se quitará dentro de 24 horas. Le escribiremos y podrá anularlo hasta entonces.',
    'last-lost-waits':
      'Está perdido, así que se quitará dentro de 24 horas. Le escribiremos y podrá anularlo hasta entonces.',
    last: 'Es el último que tiene',
    'last-now': 'Desde ahora la contraseña sola abrirá su cuenta.',
    'replace-first': 'Mejor: añada antes otro método',
    waits: 'Se quitará el {{at}}',
    'ends-all': 'Entonces se cerrarán las sesiones de todos sus dispositivos.',
    keep: 'Conservarlo',
    kept: 'Método conservado',
    'waits-title': '{{label}} se quitará el {{at}}',
    'waits-why': 'Si no lo ha pedido usted, consérvelo y cambie la contraseña.',
    lose: 'He perdido este dispositivo',
    'lose-title': '¿Ha perdido {{label}}?',
    'lose-lost': 'Desde este momento no prueba nada.',
    'lose-kept': 'Su cuenta sigue protegida. Si lo encuentra, podrá recuperarlo.',
    'lose-codes_one':
      'La próxima vez que entre se le pedirá uno de sus códigos de emergencia. Queda {{count}}.',
    'lose-codes_other':
      'La próxima vez que entre se le pedirá uno de sus códigos de emergencia. Quedan {{count}}.',
    'lose-no-codes':
      'No le quedan códigos de emergencia. Cuando cierre la sesión no podrá volver a entrar si antes no ha añadido aquí otro método: hágalo en esta sesión.',
    'lose-next': 'Después añada un sustituto en esta página, mejor enseguida.',
    losing: 'Está detenido. Añada ahora un sustituto.',
    'lose-do': 'Detenerlo ahora',
    found: 'Lo tengo otra vez',
    restored: 'Vuelve a funcionar',
    'not-lost': 'Solo puede perderse un método que funciona.',
    'lost-title': '{{label}} está perdido y detenido',
    'lost-why':
      'Añada un sustituto abajo; hasta entonces puede cerrar sesiones y cambiar poco más. Si lo encuentra, recupérelo con el menú que tiene al lado; si no, quítelo.',
  },
  'keep-method': {
    title: '¿Conservar su segundo factor?',
    subtitle: 'Alguien ha pedido quitar el último que tiene. Con esto lo anula.',
    stays: 'No se quita y funciona como antes.',
    nothing: 'No cambia nada más; con esto no inicia sesión.',
    submit: 'Conservarlo',
    leave: 'No, que se quite',
    done: 'Conserva su segundo factor',
    'done-text':
      'Si no fue usted quien pidió quitarlo, puede que alguien haya entrado en su cuenta: cree ahora una contraseña nueva. Así se cierran todas las sesiones.',
    next: 'Crear una contraseña nueva',
    dead: 'No se ha anulado nada',
    'dead-text':
      'Quizá ya se anuló, o ha pasado el día y el método ya no está. Inicie sesión para verlo.',
    'sign-in': 'Iniciar sesión',
  },
} as const satisfies Texts<typeof english.leavingPages>;
