import type { Texts } from '#kernel/texts.ts';
import type { bankAction as actions, bankRefusal as refusals } from './bank-sentences.en.ts';

/** Por qué el banco rechaza algo y qué escribe en el registro. */
export const bankRefusal = {
  'bank-file-empty': 'El archivo está vacío. No se ha importado nada.',
  'bank-file-not-found': 'No existe ese archivo bancario.',
  'bank-file-dtd':
    'El archivo contiene una DTD o entidades. Un extracto no las necesita, así que no se ha importado nada. {{document}}',
  'bank-file-not-xml':
    'El archivo no está completo o no es XML: {{reason}}. No se ha importado nada. {{document}}',
  'bank-file-encoding':
    'El texto del archivo no está en la codificación que indica ({{encoding}}). No se ha importado nada. {{document}}',
  'bank-file-not-a-statement':
    'No es un camt.053 ni un camt.054 (empieza por «{{found}}»). No se ha importado nada. {{document}}',
  'bank-file-no-statement': 'El archivo no contiene ningún extracto. {{document}}',
  'bank-file-intraday':
    'Es un informe intradía (camt.052): nada en él es definitivo y no se contabiliza nada. Importe el extracto (camt.053).',
  'bank-file-too-deep':
    'El archivo tiene más de {{limit}} niveles, lo que no ocurre en ningún extracto. No se ha importado nada. {{document}}',
  'bank-file-text-too-long':
    'El archivo contiene un texto de más de {{limit}} caracteres en un mismo lugar, lo que no ocurre en ningún extracto. No se ha importado nada. {{document}}',
  'bank-file-too-many-elements':
    'El archivo contiene más de {{limit}} elementos en un mismo lugar, lo que no ocurre en ningún extracto. No se ha importado nada. {{document}}',
  'bank-file-zip-encrypted':
    'El ZIP está protegido con contraseña ({{document}}). Impórtelo sin ella.',
  'bank-file-zip-nested':
    'El ZIP contiene otro archivo comprimido ({{document}}). Extráigalo antes.',
  'bank-file-zip-bomb':
    'El ZIP crece más de lo permitido ({{limit}}). No se ha importado nada. {{document}}',
  'bank-file-zip-broken': 'No se puede leer el ZIP: {{reason}}. No se ha importado nada.',
  'bank-account-known': 'La cuenta {{number}} ya está registrada.',
  'not-an-account-number':
    '«{{number}}» no es un número de cuenta: sus dígitos de control no son correctos.',
  'work-item-not-found': 'No existe esa tarea.',
  'work-item-resolved': '{{by}} ya lo ha decidido. No se ha cambiado nada.',
  'not-this-resolution': 'No se puede decidir así. Es posible: {{may}}.',
  'organization-unknown': 'No existe ese cliente. No se ha contabilizado nada.',
  'reference-not-payable':
    'El documento {{reference}} no se puede saldar con este dinero: $t(billing:bank-because.{{because}}). No se ha contabilizado nada; la cuenta prepagada siempre es posible.',
  'not-a-sandbox': 'Esto solo existe en instancias de demostración.',
  'nothing-to-pay': 'No hay nada que pagar con {{reference}}. Indique un importe.',
  'no-bank-account': 'Ninguna de nuestras cuentas está en {{currency}}. Registre una primero.',
} as const satisfies Texts<typeof refusals>;

export const bankAction = {
  'bank-account-registered': 'Se registró la cuenta bancaria {{number}} con {{opening}}',
  'bank-file-received': 'Se recibió el archivo bancario «{{name}}»',
  'work-item-resolved': 'Se decidió una tarea ({{kind}}): {{outcome}}',
} as const satisfies Texts<typeof actions>;
