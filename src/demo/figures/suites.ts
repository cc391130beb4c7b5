import { monthly, type OfferFigures, type ProductFigures, warranty } from './prices.ts';

export const suite: ProductFigures = {
  code: 'suite',
  kind: 'suite',
  name: { en: 'Suite', es: 'Suite', fr: 'Suite', de: 'Suite', it: 'Suite' },
  summary: {
    en: 'Mail, files, documents and meetings for a whole team.',
    es: 'Correo, archivos, documentos y reuniones para todo un equipo.',
    fr: 'Mail, fichiers, documents et réunions pour toute une équipe.',
    de: 'Mail, Dateien, Dokumente und Besprechungen für ein ganzes Team.',
    it: 'Posta, file, documenti e riunioni per tutto il team.',
  },
  transferable: false, // R73
  renewalWarranty: 'at_order',
  warranty,
  offers: [
    suiteOffer('start', 'Start', { users: 5, storageGb: 500 }, monthly('19.00', '17.50')),
    suiteOffer('team', 'Team', { users: 15, storageGb: 2000 }, monthly('49.00', '45.00')),
    suiteOffer('business', 'Business', { users: 50, storageGb: 6000 }, monthly('149.00', '137.00')),
  ],
};

function suiteOffer(
  code: string,
  name: string,
  limits: { users: number; storageGb: number },
  prices: OfferFigures['prices'],
): OfferFigures {
  const { users, storageGb } = limits;
  return {
    code,
    name: { en: name },
    summary: {
      en: `For up to ${users} people, with ${storageGb} GB in common.`,
      es: `Para hasta ${users} personas, con ${storageGb} GB en común.`,
      fr: `Jusqu’à ${users} personnes, avec ${storageGb} Go en commun.`,
      de: `Für bis zu ${users} Personen, mit ${storageGb} GB gemeinsam.`,
      it: `Fino a ${users} persone, con ${storageGb} GB in comune.`,
    },
    limits,
    contains: [
      { product: 'mail-service', offer: 'standard', quantity: users },
      { product: 'backup', offer: '1-tb', quantity: 1 },
    ],
    prices,
  };
}

export const personalSuite: ProductFigures = {
  code: 'personal-suite',
  kind: 'personal-suite',
  name: {
    en: 'Personal suite',
    es: 'Suite personal',
    fr: 'Suite personnelle',
    de: 'Persönliche Suite',
    it: 'Suite personale',
  },
  summary: {
    en: 'Mail and files for yourself, free of charge.',
    es: 'Correo y archivos para usted, gratis.',
    fr: 'Mail et fichiers pour vous, gratuitement.',
    de: 'Mail und Dateien für Sie selbst, kostenlos.',
    it: 'Posta e file per voi, gratuitamente.',
  },
  transferable: false,
  offers: [
    {
      code: 'free',
      name: { en: 'Free', es: 'Gratis', fr: 'Gratuite', de: 'Kostenlos', it: 'Gratuita' },
      summary: {
        en: 'One person, 20 GB.',
        es: 'Una persona, 20 GB.',
        fr: 'Une personne, 20 Go.',
        de: 'Eine Person, 20 GB.',
        it: 'Una persona, 20 GB.',
      },
      limits: { users: 1, storageGb: 20 },
      prices: monthly('0.00', '0.00'),
    },
  ],
};
