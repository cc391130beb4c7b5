import type { Texts } from '#kernel/texts.ts';
import type { pages as en } from './pages.en.ts';

export const pages = {
  mine: {
    title: 'Actividad de la cuenta',
    subtitle: 'Lo que ha pasado en su cuenta, lo más reciente primero.',
  },
  organization: {
    title: 'Registro de actividad',
    subtitle: 'Lo que ha pasado en esta organización. Las entradas están encadenadas.',
  },
  log: {
    what: 'Qué',
    who: 'Quién',
    when: 'Cuándo',
    device: 'Dispositivo',
    you: 'Usted',
    empty: 'Aún no hay nada. Todo lo que cambia algo queda anotado.',
    kind: 'Tipo',
    'none-fits': 'Nada en el registro coincide. Amplíe las fechas o borre la búsqueda.',
    result: 'Resultado',
    results: { done: 'Hecho', failed: 'Fallido' },
    'any-product': 'Cualquier producto',
    anybody: 'Cualquier persona',
    prepaid: 'Cuenta prepagada',
    from: 'Desde',
    to: 'Hasta',
    search: 'Buscar en el registro',
    kinds: {
      all: 'Todo',
      identity: 'Acceso y seguridad',
      organizations: 'Organización',
      subscriptions: 'Productos y pedidos',
      billing: 'Facturación',
    },
    actor: {
      user: 'Un antiguo usuario',
      staff: 'El proveedor',
      system: 'Automático',
      nobody: 'Desconocido',
    },
  },
} as const satisfies Texts<typeof en>;
