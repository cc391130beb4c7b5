import { monthly, type OfferFigures, type ProductFigures, warranty } from './prices.ts';

function storage(code: string, terabytes: number, prices: OfferFigures['prices']): OfferFigures {
  return {
    code,
    name: { en: `${terabytes} TB`, fr: `${terabytes} To` },
    summary: {
      en: `${terabytes} TB of space.`,
      es: `${terabytes} TB de espacio.`,
      fr: `${terabytes} To d’espace.`,
      de: `${terabytes} TB Platz.`,
      it: `${terabytes} TB di spazio.`,
    },
    limits: { storageGb: terabytes * 1000 },
    prices,
  };
}

export const backup: ProductFigures = {
  code: 'backup',
  kind: 'backup',
  name: {
    en: 'Backup',
    es: 'Copias de seguridad',
    fr: 'Sauvegarde',
    de: 'Datensicherung',
    it: 'Backup',
  },
  summary: {
    en: 'Copies of your computers and servers, encrypted before they leave.',
    es: 'Copias de sus equipos y servidores, cifradas antes de salir.',
    fr: 'Des copies de vos ordinateurs et serveurs, chiffrées avant l’envoi.',
    de: 'Kopien Ihrer Computer und Server, verschlüsselt, bevor sie hinausgehen.',
    it: 'Copie dei vostri computer e server, cifrate prima dell’invio.',
  },
  renewalWarranty: 'at_order',
  warranty,
  offers: [
    storage('1-tb', 1, monthly('6.50', '6.00')),
    storage('5-tb', 5, monthly('24.00', '22.00')),
    storage('20-tb', 20, monthly('84.00', '77.00')),
  ],
};

export const nas: ProductFigures = {
  code: 'nas',
  kind: 'nas',
  name: { en: 'NAS', es: 'NAS', fr: 'NAS', de: 'NAS', it: 'NAS' },
  summary: {
    en: 'A storage server of your own in our data centre.',
    es: 'Un servidor de almacenamiento propio en nuestro centro de datos.',
    fr: 'Un serveur de stockage à vous dans notre centre de données.',
    de: 'Ein eigener Speicherserver in unserem Rechenzentrum.',
    it: 'Un server di archiviazione tutto vostro nel nostro data center.',
  },
  renewalWarranty: 'after_purchase', // R41
  warranty,
  offers: [
    storage('8-tb', 8, monthly('29.00', '26.50')),
    storage('16-tb', 16, monthly('49.00', '45.00')),
  ],
};

export const premiumSupport: ProductFigures = {
  code: 'premium-support',
  kind: 'premium-support',
  name: {
    en: 'Premium support',
    es: 'Asistencia prémium',
    fr: 'Assistance premium',
    de: 'Premium-Support',
    it: 'Assistenza premium',
  },
  summary: {
    en: 'A person who knows you answers first. Six months at least.',
    es: 'Le atiende primero una persona que le conoce. Seis meses como mínimo.',
    fr: 'Une personne qui vous connaît répond en premier. Six mois au moins.',
    de: 'Ein Mensch, der Sie kennt, antwortet zuerst. Mindestens sechs Monate.',
    it: 'Risponde per prima una persona che vi conosce. Almeno sei mesi.',
  },
  transferable: false,
  minimumTermMonths: 6,
  renewalWarranty: 'at_order',
  warranty,
  offers: [
    support({ code: 'bronze', name: 'Bronze', answerHours: 4 }, monthly('49.00', '45.00')),
    support({ code: 'silver', name: 'Silver', answerHours: 2 }, monthly('129.00', '119.00')),
    support({ code: 'gold', name: 'Gold', answerHours: 1 }, monthly('349.00', '319.00')),
  ],
};

function support(
  { code, name, answerHours }: { code: string; name: string; answerHours: number },
  prices: OfferFigures['prices'],
): OfferFigures {
  return {
    code,
    name: { en: name },
    summary: {
      en: `An answer within ${answerHours} h.`,
      es: `Respuesta en ${answerHours} h.`,
      fr: `Une réponse en ${answerHours} h.`,
      de: `Antwort innerhalb von ${answerHours} h.`,
      it: `Risposta entro ${answerHours} h.`,
    },
    limits: { answerHours },
    prices,
  };
}

export const customBrand: ProductFigures = {
  code: 'custom-brand',
  kind: 'custom-brand',
  name: {
    en: 'Custom brand',
    es: 'Marca propia',
    fr: 'Marque personnalisée',
    de: 'Eigene Marke',
    it: 'Marchio personalizzato',
  },
  summary: {
    en: 'Your own addresses, sign-in pages and colours.',
    es: 'Sus propias direcciones, páginas de acceso y colores.',
    fr: 'Vos propres adresses, pages de connexion et couleurs.',
    de: 'Eigene Adressen, Anmeldeseiten und Farben.',
    it: 'Indirizzi, pagine di accesso e colori propri.',
  },
  renewalWarranty: 'at_order',
  warranty,
  offers: [
    {
      code: 'standard',
      name: { en: 'Standard', es: 'Estándar', fr: 'Standard', de: 'Standard', it: 'Standard' },
      summary: {
        en: 'One brand for one organization.',
        es: 'Una marca para una organización.',
        fr: 'Une marque pour une organisation.',
        de: 'Eine Marke für eine Organisation.',
        it: 'Un marchio per un’organizzazione.',
      },
      prices: monthly('39.00', '36.00'),
    },
  ],
};
