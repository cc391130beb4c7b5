import { pages } from './pages.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  refusal: {
    'no-such-organization': 'Esta organización no existe o usted no es miembro de ella.',
    'wrong-vat-number': 'No es un número de IVA de {{country}}. No se ha cambiado nada.',
    'wrong-phone':
      'No es un número de teléfono. Empiece con + y el país, o escríbalo como en {{country}}.',
    'currency-in-use':
      'En ese país los precios son en {{wanted}} y usted aún tiene saldo o pedidos abiertos en {{currency}}. Liquídelos antes.',
    'not-deletable':
      'Esta organización aún no se puede eliminar: la lista muestra lo que sigue abierto. No se ha cambiado nada.',
    'already-on-account': 'Esta organización ya puede pedir a cuenta.',
    'not-on-account': 'Esta organización no puede pedir a cuenta.',
    'already-member': 'Esta persona ya es miembro.',
  },
  action: {
    'organization-created': 'Organización creada',
    'organization-deleted': 'Organización eliminada',
    'name-changed': 'Nombre cambiado de «{{before}}» a «{{after}}»',
    'kind-changed': 'Tipo cambiado a $t(organizations:kind.{{after}})',
    'address-changed': 'Dirección cambiada',
    'country-changed': 'País cambiado de {{before}} a {{after}}; los precios son en {{currency}}',
    'vat-number-changed': 'Número de IVA cambiado de {{before}} a {{after}}',
    'phone-changed': 'Número de teléfono cambiado',
    'language-changed': 'Idioma de los documentos cambiado de {{before}} a {{after}}',
    'vat-number-checked': 'Número de IVA {{vatNumber}}: $t(organizations:vat-result.{{check}})',
    'member-added': '{{about}} se añadió como miembro',
    'on-account-granted': 'Pedidos a cuenta permitidos',
    'on-account-revoked': 'Pedidos a cuenta terminados',
  },
  role: {
    legal_representative: 'Responsable legal',
    administrator: 'Administrador',
    collaborator: 'Colaborador',
    external: 'Externo',
  },
} satisfies Texts<typeof en>;
