import type { Texts } from '#kernel/texts.ts';
import type {
  staffPasskeyActions as actions,
  staffPasskeyPages as pages,
  staffPasskeyRefusals as refusals,
} from './staff-passkeys.en.ts';

export const staffPasskeyRefusals = {
  'staff-passkey-needed':
    'Aquí el personal entra con una llave de acceso. No ha cambiado nada. Añada una en Seguridad; hasta entonces no tiene nada más a su disposición.',
  'attestation-missing':
    'Este autenticador no dice de qué modelo es y para el personal solo cuentan los modelos nombrados. No se ha añadido nada. Use uno que su administrador haya nombrado y permita que el navegador vea su marca y modelo.',
  'attestation-untrusted':
    'Nadie en quien confíe su proveedor responde por este autenticador. No se ha añadido nada. Use uno que su administrador haya nombrado; si lo es, muéstrele este mensaje.',
  'passkey-model-not-allowed':
    'Este autenticador es del modelo {{model}}, que no está en la lista de su proveedor. No se ha añadido nada. Use uno que lo esté o pida a quien administra el servidor que lo añada.',
  'beginning-needed':
    'El primer método requiere el código que le da un administrador. No se ha añadido nada. Escríbalo o pídale uno.',
  'beginning-wrong':
    'Este código no es correcto, ya se usó, tiene más de tres días o se ha dado otro después. No se ha añadido nada. Revíselo o pida uno nuevo a un administrador.',
  'staff-unknown': 'Esta persona ya no figura en el personal. No ha cambiado nada.',
  'not-oneself':
    'Nadie abre su propio acceso. No ha cambiado nada. Pídalo a otro administrador o a quien administra el servidor.',
} as const satisfies Texts<typeof refusals>;

export const staffPasskeyActions = {
  'staff-begins-anew':
    'Una persona del personal puede configurar un primer método: {{about}}. Motivo: {{reason}}',
} as const satisfies Texts<typeof actions>;

export const staffPasskeyPages = {
  'staff-door': {
    nothing: 'Ahora no se puede demostrar nada en esta cuenta',
    'nothing-why':
      'El método con el que entraba se comunicó como perdido. Pida a otro administrador, o a quien administra el servidor, que le permita empezar de nuevo.',
    'stop-title': 'Aquí hace falta una llave de acceso',
    stop: 'El personal entra con una llave de acceso. Añada la suya; hasta entonces no tiene nada más a su disposición.',
    'demanded-passkey':
      'El personal entra con una llave de acceso. Añada la suya; hasta entonces no tiene nada más a su disposición.',
    demanded:
      'El personal entra con dos factores. Añada primero una llave de acceso o una aplicación de códigos.',
    uncounted: '{{label}} ya no abre su trabajo',
    'uncounted-why':
      'Dice quién es usted al entrar, y nada más. Añada algo que cuente aquí y después quítelo.',
    'replaced-why': 'En su lugar se pide otro método suyo. Quítelo.',
    'does-not-count': 'Ya no se acepta',
    named:
      'Solo cuentan los autenticadores que su proveedor ha nombrado. Permita que el navegador vea la marca y el modelo cuando lo pregunte.',
    code: 'Código de su administrador',
    'code-hint': 'Lo necesita una vez, para su primer método. Vale tres días.',
    'no-codes': 'Aquí no hay códigos de emergencia para el personal',
    'no-codes-why':
      'Una página falsa puede pedir un código, pero no una llave de acceso. Tenga una segunda llave; si las pierde todas, otro administrador le permite empezar de nuevo.',
    'one-only-why':
      'Tiene una sola. Si se pierde, otro administrador tendrá que permitirle empezar de nuevo.',
    held: 'Es lo último que abre su trabajo. Añada antes otro método.',
    'lose-only':
      'Es el único. Cuando termine su sesión, otro administrador tendrá que permitirle empezar de nuevo.',
  },
  colleagues: {
    title: 'Personal',
    subtitle: 'Quién trabaja aquí y con qué entra cada persona.',
    none: 'Todavía no trabaja nadie aquí.',
    person: 'Persona',
    role: 'Función',
    methods: 'Entra con',
    password: 'Solo la contraseña',
    uncounted: 'ya no se acepta',
    disabled: 'Desactivada',
    until: 'Puede empezar hasta el {{until}}',
    anew: 'Permitir que empiece de nuevo',
    'anew-title': 'Permitir que {{name}} empiece de nuevo',
    'anew-lost': 'Termina aquello con lo que {{name}} entra ahora, y también todas sus sesiones.',
    'anew-kept': 'La cuenta, su función y su contraseña se conservan.',
    'anew-check': 'Asegúrese de que quien se lo pide es {{name}}: en persona o por teléfono.',
    reason: 'Motivo',
    'reason-hint': 'Queda en el registro, p. ej. «perdió su llave, le he devuelto la llamada».',
    submit: 'Terminar sus métodos y mostrar el código',
    yourself: 'Esto lo hace otro administrador por usted.',
    code: 'Código',
    'code-title': 'Dé este código a {{name}}',
    'code-why':
      'En persona o por teléfono, nunca por correo. {{name}} entra con la contraseña, abre Seguridad y lo escribe con su primera llave de acceso. Vale una vez, hasta el {{until}}, y se muestra solo ahora.',
    done: 'Ya lo he dado',
  },
} as const satisfies Texts<typeof pages>;
