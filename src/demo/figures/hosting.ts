import {
  monthly,
  type OfferFigures,
  type ProductFigures,
  volumeTiers,
  warranty,
  yearly,
} from './prices.ts';

/** CHF and EUR for one year, by ending. */
const endings: readonly (readonly [string, string, string])[] = [
  ['ch', '11.90', '10.90'],
  ['li', '11.90', '10.90'],
  ['com', '15.90', '14.50'],
  ['net', '17.90', '16.50'],
  ['org', '16.90', '15.50'],
  ['eu', '9.90', '8.90'],
  ['de', '10.90', '9.90'],
  ['fr', '12.90', '11.90'],
  ['it', '12.90', '11.90'],
  ['es', '12.90', '11.90'],
];

export const domain: ProductFigures = {
  code: 'domain',
  kind: 'domain',
  name: {
    en: 'Domain name',
    es: 'Nombre de dominio',
    fr: 'Nom de domaine',
    de: 'Domainname',
    it: 'Nome di dominio',
  },
  summary: {
    en: 'Your address on the internet, registered in your name.',
    es: 'Su dirección en internet, registrada a su nombre.',
    fr: 'Votre adresse sur internet, enregistrée à votre nom.',
    de: 'Ihre Adresse im Internet, auf Ihren Namen eingetragen.',
    it: 'Il vostro indirizzo su internet, registrato a vostro nome.',
  },
  renewalWarranty: 'at_order',
  warranty: { year: warranty.year },
  offers: endings.map(([ending, chf, eur]): OfferFigures => ({
    code: ending,
    name: { en: `.${ending}` },
    summary: {
      en: `A name that ends in .${ending}, for one year.`,
      es: `Un nombre que termina en .${ending}, por un año.`,
      fr: `Un nom qui se termine par .${ending}, pour un an.`,
      de: `Ein Name mit der Endung .${ending}, für ein Jahr.`,
      it: `Un nome che termina in .${ending}, per un anno.`,
    },
    prices: yearly(chf, eur),
  })),
};

export const webHosting: ProductFigures = {
  code: 'web-hosting',
  kind: 'web-hosting',
  name: {
    en: 'Web hosting',
    es: 'Alojamiento web',
    fr: 'Hébergement web',
    de: 'Webhosting',
    it: 'Hosting web',
  },
  summary: {
    en: 'A place for your site, with database, certificate and daily copies.',
    es: 'Un lugar para su sitio, con base de datos, certificado y copias diarias.',
    fr: 'Une place pour votre site, avec base de données, certificat et copies quotidiennes.',
    de: 'Platz für Ihre Website, mit Datenbank, Zertifikat und täglichen Kopien.',
    it: 'Uno spazio per il vostro sito, con database, certificato e copie giornaliere.',
  },
  renewalWarranty: 'at_order',
  warranty,
  maximumQuantity: 500,
  tiers: volumeTiers,
  offers: [
    {
      code: 'standard',
      name: { en: 'Standard', es: 'Estándar', fr: 'Standard', de: 'Standard', it: 'Standard' },
      summary: {
        en: '250 GB on fast disks, any number of visits.',
        es: '250 GB en discos rápidos, visitas sin límite.',
        fr: '250 Go sur disques rapides, visites illimitées.',
        de: '250 GB auf schnellen Platten, beliebig viele Besuche.',
        it: '250 GB su dischi veloci, visite illimitate.',
      },
      limits: { storageGb: 250 },
      prices: monthly('9.92', '5.75'),
    },
  ],
};

export const mailService: ProductFigures = {
  code: 'mail-service',
  kind: 'mail-service',
  name: {
    en: 'Mail service',
    es: 'Servicio de correo',
    fr: 'Service mail',
    de: 'Maildienst',
    it: 'Servizio di posta',
  },
  summary: {
    en: 'Mail addresses at your own domain, one unit per address.',
    es: 'Direcciones de correo con su propio dominio, una unidad por dirección.',
    fr: 'Des adresses mail à votre domaine, une unité par adresse.',
    de: 'Mailadressen mit Ihrer eigenen Domain, eine Einheit je Adresse.',
    it: 'Indirizzi di posta con il vostro dominio, un’unità per indirizzo.',
  },
  renewalWarranty: 'at_order',
  warranty,
  maximumQuantity: 500,
  tiers: volumeTiers,
  offers: [
    {
      code: 'standard',
      name: { en: 'Standard', es: 'Estándar', fr: 'Standard', de: 'Standard', it: 'Standard' },
      summary: {
        en: '50 GB per address, with calendar and contacts.',
        es: '50 GB por dirección, con calendario y contactos.',
        fr: '50 Go par adresse, avec agenda et contacts.',
        de: '50 GB je Adresse, mit Kalender und Kontakten.',
        it: '50 GB per indirizzo, con calendario e contatti.',
      },
      limits: { addresses: 1, storageGb: 50 },
      prices: monthly('1.80', '1.65'),
    },
  ],
};
