import type { Texts } from '#kernel/texts.ts';
import type {
  textTrafficActions as actions,
  textTrafficPages as pages,
  textTrafficRefusals as refusals,
} from './text-traffic.en.ts';

export const textTrafficRefusals = {
  'text-stop-unknown':
    'Esta detención se ha levantado entretanto o nunca existió. No ha cambiado nada; la página muestra lo que hay ahora.',
} as const satisfies Texts<typeof refusals>;

export const textTrafficActions = {
  'texts-stopped': 'Mensajes a {{about}} detenidos: volvieron {{verified}} de {{sends}} códigos',
  'texts-nearly-spent':
    'Casi agotados los mensajes de un día ({{about}}): {{spentMinor}} de {{mostMinor}}',
  'texts-allowed': 'Mensajes a {{about}} permitidos de nuevo: {{reason}}',
} as const satisfies Texts<typeof actions>;

export const textTrafficPages = {
  texts: {
    title: 'Mensajes de texto',
    subtitle: 'Códigos y avisos a teléfonos: cuánto cuestan y si los códigos vuelven.',
    'not-offered':
      'No hay pasarela configurada y por eso no se ofrecen mensajes. ATRIO_SMS_URL y ATRIO_SMS_SECRET indican una.',
    countries: 'Países',
    'no-countries': 'Ningún país recibe mensajes.',
    country: 'País',
    price: '{{price}} cada uno',
    state: 'Estado',
    allowed: 'Permitido',
    stopped: 'Detenido',
    'came-back': 'Han vuelto, 6 horas',
    counted: '{{verified}} de {{sends}}',
    today: 'Códigos hoy',
    of: 'de {{most}}',
    'with-notices': 'avisos {{spent}}',
    together: 'En total, hoy',
    codes: 'Códigos',
    notices: 'Avisos',
    pot_one: '{{count}} mensaje, {{spent}} de {{most}}',
    pot_other: '{{count}} mensajes, {{spent}} de {{most}}',
    'stopped-title': 'Algunos números no reciben mensajes',
    'stopped-why':
      'Han vuelto menos del 30 % de sus códigos. Probablemente alguien cobra por los mensajes y los hace enviar a números que nadie lee. Allí las personas usan sus otros métodos. Averigüe la causa antes de levantar una detención.',
    stops: 'Detenidos',
    'no-stops': 'No hay nada detenido.',
    place: 'País o números',
    since: 'Desde',
    lift: 'Levantar la detención',
    'lift-of': 'Levantar la detención de {{place}}',
    'lift-what':
      'Desde ahora los mensajes vuelven a salir. Lo enviado antes no cuenta; si los códigos nuevos tampoco vuelven, se detiene otra vez.',
    lifted: 'Detención levantada',
    'administrators-lift': 'Solo los administradores levantan una detención.',
  },
} as const satisfies Texts<typeof pages>;
