import { branding } from './branding.es.ts';
import { contact, contactActions, contactRefusals } from './contact.es.ts';
import { leaving, leavingActions, leavingRefusals } from './leaving.es.ts';
import { memberActions, memberPages, memberRefusals } from './members.es.ts';
import { pages } from './pages.es.ts';
import { policies, policyActions, policyRefusals } from './policies.es.ts';
import { rightsActions, rightsPages, rightsRefusals } from './rights.es.ts';
import type { Texts } from '#kernel/texts.ts';
import type { en } from './en.ts';

export const es = {
  ...pages,
  ...memberPages,
  ...rightsPages,
  branding,
  leaving,
  contact,
  policies,
  refusal: {
    ...memberRefusals,
    ...rightsRefusals,
    ...leavingRefusals,
    ...contactRefusals,
    ...policyRefusals,
    'not-a-member': 'Esta persona ya no es miembro de la organización. No se ha cambiado nada.',
    'member-not-locked':
      'Esta cuenta no está bloqueada, o ya no lo está. No hay nada que desbloquear.',
    'no-such-image': 'Este logotipo ya no se muestra.',
    'not-an-image': 'No es una imagen PNG, JPEG o WebP. No se ha cambiado nada.',
    'broken-image': 'La imagen está dañada o incompleta. No se ha cambiado nada.',
    'too-many-pixels':
      'La imagen tiene más de {{most}} millones de píxeles o tarda demasiado en leerse. Envíe una más pequeña.',
    'logo-not-wide': 'Un logotipo rectangular es más ancho que alto. Este no lo es.',
    'square-logo-stands-alone':
      'Un logotipo cuadrado va solo. Elija primero las iniciales y luego añada el rectangular.',
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
    ...memberActions,
    ...rightsActions,
    ...leavingActions,
    ...contactActions,
    ...policyActions,
    'member-unlocked': 'Se ha desbloqueado a {{about}}: {{reason}}',
    'branding-initials': 'Iniciales elegidas para el portal',
    'branding-square-logo': 'Logotipo cuadrado cambiado',
    'branding-wide-logo': 'Logotipo rectangular cambiado',
    'branding-no-wide-logo': 'Logotipo rectangular quitado',
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
