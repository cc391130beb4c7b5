import type { Texts } from '#kernel/texts.ts';
import type {
  authenticator as pages,
  pushActions as actions,
  pushRefusals as refusals,
} from './authenticator.en.ts';

export const authenticator = {
  title: 'Confirme en su teléfono',
  how: 'Abra Atrio Authenticator en «{{label}}» y escriba este número.',
  ask: 'Preguntar a mi teléfono',
  left: 'Caduca en {{seconds}} s',
  'left-minutes': 'Caduca en {{minutes}} min {{seconds}} s',
  denied:
    'El teléfono ha dicho que no. Si no ha sido usted, use otro método y cambie la contraseña.',
  over: 'Nadie respondió a tiempo o un acceso más reciente preguntó al teléfono. Puede repetir.',
  'not-you': '¿No es usted? Pulse',
  deny: 'Denegar',
  'not-you-then': 'en el teléfono y cambie la contraseña.',
  add: 'Atrio Authenticator',
  'add-why': 'Un número de esta página que se escribe en el teléfono. También da códigos sin red.',
  do: 'Vincular un teléfono',
  name: 'Mi teléfono',
  scan: 'Escanee esto con la cámara del teléfono o abra allí la dirección.',
  address: 'Dirección',
  'scan-over': 'Sirve una vez y durante diez minutos.',
  waits: 'Esperando a su teléfono …',
  compare: '¿Muestra su teléfono estas dos palabras?',
  finish: 'Son las mismas: terminar',
} as const satisfies Texts<typeof pages>;

export const pushRefusals = {
  'push-paused':
    'Ahora no se pregunta a su teléfono: se le preguntó demasiado sin respuesta o ha denunciado un acceso. Use otro método; después se le vuelve a preguntar.',
  'push-unknown': 'Ya no hay ningún teléfono vinculado a esta cuenta. Use otro método.',
  'pairing-over':
    'Este código ya se ha usado o tiene más de diez minutos. Empiece de nuevo en el ordenador.',
  'not-paired': 'Ningún teléfono ha escaneado el código todavía. Escanéelo y termine después.',
  'push-service-refused':
    'No se puede despertar a este teléfono por {{host}}. Todo lo demás funciona: abra la aplicación cuando espere una petición.',
  'app-refused':
    'Este teléfono no se acepta: se ha quitado o su reloj no va bien. Revise el reloj o vincúlelo de nuevo.',
} as const satisfies Texts<typeof refusals>;

export const pushActions = {
  'push-denied': 'Un acceso se denegó en el teléfono',
  'push-reported': 'Un acceso se denegó en el teléfono y se denunció',
  'push-wrong-number': 'Número incorrecto escrito en el teléfono',
} as const satisfies Texts<typeof actions>;
