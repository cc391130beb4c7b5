import type { Texts } from '#kernel/texts.ts';
import type {
  policies as en,
  policyActions as enActions,
  policyRefusals as enRefusals,
} from './policies.en.ts';

export const policies = {
  title: 'Normas de seguridad',
  subtitle: 'Qué exige {{name}} a sus miembros al iniciar sesión.',
  'not-yours': 'Solo los responsables legales y los administradores cambian las normas.',
  factor: 'Segundo factor',
  required: 'Quién debe tenerlo',
  off: 'Nadie está obligado',
  'off-note': 'Basta la contraseña. Los miembros pueden protegerse igualmente con uno.',
  on: 'Todos, a partir de un día',
  'on-note': 'Quien no lo tenga para entonces no podrá trabajar aquí hasta configurarlo.',
  from: 'Obligatorio a partir del',
  grace: 'Días de gracia',
  'days-hint':
    'De 0 a 14 días de gracia, contados desde ese día o, para quien se incorpore después, desde su incorporación. A los miembros sin segundo factor se lo recordamos 7 días y 1 día antes.',
  'from-between': 'Elija un día del {{earliest}} al {{latest}}.',
  methods: 'Qué sirve como segundo factor',
  'methods-hint': 'Los códigos de emergencia siempre sirven: acompañan a cualquiera de estos.',
  method: {
    passkey: 'Llaves de acceso',
    totp: 'Aplicaciones de códigos',
    push: 'Atrio Authenticator',
    sms: 'Mensajes de texto',
  },
  'method-note': {
    passkey: 'No se le pueden sonsacar a nadie.',
    totp: 'Funciona sin conexión.',
    push: 'Un número de la página que se escribe en el teléfono.',
    sms: 'Lo más débil: un número de teléfono se puede usurpar.',
  },
  'strong-needed':
    'Las llaves de acceso o las aplicaciones de códigos siguen permitidas: al menos una de las dos.',
  effect: 'Qué consecuencias tiene',
  'effect-nobody': 'Todos los miembros ya tienen un segundo factor. No se detiene a nadie.',
  'effect-some_one': '{{count}} de {{members}} miembros aún no tiene un segundo factor',
  'effect-some_other': '{{count}} de {{members}} miembros aún no tienen un segundo factor',
  'effect-stopped':
    'A partir del {{day}} no podrán trabajar en {{name}} hasta configurarlo. Sus propias cuentas siguen abiertas. Se les avisa de inmediato y se les recuerda 7 días y 1 día antes.',
  'effect-you': 'Usted es uno de ellos.',
  'effect-more_one': 'y {{count}} más',
  'effect-more_other': 'y {{count}} más',
  'effect-all': 'Verlos entre los miembros',
  prepared: 'Hay menos de dos responsables legales preparados',
  'prepared-text':
    'Dos de ellos deberían tener llaves de acceso o códigos de emergencia, para que perder un teléfono no deje fuera a nadie: los tienen {{prepared}} de {{total}}. Puede exigirlo de todos modos.',
  sessions: 'Sesiones',
  idle: 'La sesión se cierra sin uso',
  'idle-usual': 'Tras una hora (habitual)',
  'idle-minutes': 'Tras {{count}} minutos',
  absolute: 'La sesión se cierra como máximo',
  'absolute-usual': 'Tras un día (habitual)',
  'absolute-hours_one': 'Tras {{count}} hora',
  'absolute-hours_other': 'Tras {{count}} horas',
  stay: 'Los miembros pueden mantener la sesión iniciada en sus dispositivos',
  'stay-hint': 'Hasta 14 días sin uso y 30 días en total.',
  'stay-limited': 'Una sesión con límites propios no se mantiene durante semanas.',
  'sessions-at-once':
    'Las sesiones más cortas rigen de inmediato: quien lleve más tiempo conectado vuelve a iniciar sesión. Las más largas, desde el siguiente inicio de sesión.',
  elsewhere:
    'Quien trabaja en varias organizaciones está sujeto, al iniciar sesión, a las normas más estrictas de todas ellas.',
  save: 'Guardar las normas',
  saved: 'Guardado. Avisamos por correo a todos los miembros.',
  same: 'Estas normas ya están vigentes: no se ha cambiado nada.',
  'off-title': '¿Dejar de exigir un segundo factor?',
  'off-lost': 'Una contraseña adivinada o robada bastará entonces para entrar en {{name}}.',
  'off-kept': 'Quienes tienen un segundo factor lo conservan y se les sigue pidiendo.',
  'off-confirm': 'Dejar de exigirlo',
  history: 'Historial',
} as const satisfies Texts<typeof en>;

export const policyActions = {
  'policy-factor-required':
    'Se exige un segundo factor a partir del {{from}}, días de gracia: {{graceDays}}',
  'policy-factor-not-required': 'Ya no se exige un segundo factor',
  'policy-method-allowed':
    'Permitido como segundo factor: $t(organizations:policies.method.{{method}})',
  'policy-method-forbidden':
    'Ya no se permite como segundo factor: $t(organizations:policies.method.{{method}})',
  'policy-idle-limited_one': 'Las sesiones se cierran tras {{count}} minuto sin uso',
  'policy-idle-limited_other': 'Las sesiones se cierran tras {{count}} minutos sin uso',
  'policy-idle-not-limited': 'Las sesiones se cierran tras una hora sin uso, como de costumbre',
  'policy-lifetime-limited_one': 'Las sesiones duran {{count}} hora como máximo',
  'policy-lifetime-limited_other': 'Las sesiones duran {{count}} horas como máximo',
  'policy-lifetime-not-limited': 'Las sesiones duran un día como máximo, como de costumbre',
  'policy-staying-allowed': 'Permitido «Mantener la sesión iniciada»',
  'policy-staying-forbidden': 'Ya no se permite «Mantener la sesión iniciada»',
  'policy-reminded_one':
    '{{count}} miembro avisado: se exige un segundo factor a partir del {{from}}',
  'policy-reminded_other':
    '{{count}} miembros avisados: se exige un segundo factor a partir del {{from}}',
} as const satisfies Texts<typeof enActions>;

export const policyRefusals = {
  'policy-day-out-of-reach':
    'Un segundo factor se puede exigir a partir del {{earliest}} como pronto y del {{latest}} como tarde. No se ha cambiado nada.',
  'policy-changed-meanwhile':
    'Otra persona ha cambiado las normas mientras usted las tenía abiertas. No se ha sobrescrito nada: vuelva a cargar la página y mire antes las suyas.',
} as const satisfies Texts<typeof enRefusals>;
