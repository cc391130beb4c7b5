import type { Texts } from '#kernel/texts.ts';
import type { branding as en } from './branding.en.ts';

export const branding = {
  title: 'Imagen',
  subtitle: 'Cómo se muestra {{name}}. Para otra organización, cambie primero a ella.',
  portal: 'Portal',
  apps: 'Servicios: drive, correo …',
  app: 'Drive',
  now: 'Como está ahora',
  preview: 'La parte superior izquierda del portal, como quedará',
  'preview-app': 'Un servicio, como quedará',
  'customize-portal': 'Personalizar el portal',
  'customize-apps': 'Personalizar los servicios',
  'not-yours': 'Solo los responsables legales y los administradores cambian la imagen.',
  alone:
    'Un logotipo cuadrado va solo. Elija primero las iniciales en el portal y luego añada este.',
  advanced:
    'Los logotipos se muestran al instante en el selector, arriba en el portal y en los correos de esta organización. Las direcciones y páginas de acceso propias son otro producto: marca personalizada.',
  square: 'En el cuadrado',
  'logo-alone': 'Un logotipo cuadrado',
  'logo-alone-note': 'Va solo: sin logotipo rectangular al lado.',
  'with-initials': 'Iniciales',
  'with-initials-note': 'Con un logotipo rectangular en lugar del nombre, si lo desea.',
  'takes-wide':
    'Al guardar desaparece el logotipo rectangular, aquí y en todos los servicios. Puede añadirlo de nuevo más tarde.',
  initials: 'Iniciales',
  'initials-hint': 'Una o dos letras o cifras.',
  colour: 'Color',
  colours: {
    teal: 'Turquesa',
    violet: 'Violeta',
    brick: 'Ladrillo',
    blue: 'Azul',
    magenta: 'Magenta',
    green: 'Verde',
  },
  choose: 'Elegir una imagen',
  'square-advice': 'PNG, JPEG o WebP, hasta 5 MB. Lo mejor: cuadrada, de 256 píxeles por lado.',
  'wide-advice': 'PNG, JPEG o WebP, hasta 5 MB. Lo mejor: 480 × 96 píxeles sobre fondo claro.',
  save: 'Mostrarlo',
  saved: 'Desde ahora se muestra en todas partes',
  remove: 'Quitar el logotipo rectangular',
  removed: 'El logotipo rectangular se ha quitado de todas partes',
  'choose-first': 'Elija primero una imagen.',
  'initials-first': 'Escriba primero una o dos letras.',
} as const satisfies Texts<typeof en>;
