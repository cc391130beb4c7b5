import type { Language } from '#kernel/language.ts';
import type { PaymentDocument } from '../payment-document.rules.ts';

/** Everything printed on a document that is not data. */
export type DocumentWords = {
  readonly title: Record<PaymentDocument['kind'], string>;
  readonly number: string;
  readonly reference: string;
  readonly date: string;
  readonly due: string;
  readonly paid: string;
  readonly customer: string;
  readonly yourVat: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly amount: string;
  readonly net: string;
  readonly vat: (rate: string, base: string) => string;
  readonly reverseCharge: string;
  readonly outOfScope: string;
  readonly total: string;
  readonly noTax: string;
  readonly page: (page: number, pages: number) => string;
  readonly exact: string;
};

const en: DocumentWords = {
  title: {
    'pro-forma': 'Pro-forma',
    invoice: 'Invoice',
    'top-up': 'Top-up request',
    'credit-note': 'Credit note',
  },
  number: 'Number',
  reference: 'Reference',
  date: 'Date',
  due: 'Payable until',
  paid: 'Paid on',
  customer: 'Customer number',
  yourVat: 'Your VAT number',
  description: 'Description',
  quantity: 'Quantity',
  unit: 'Unit price',
  amount: 'Amount',
  net: 'Total without VAT',
  vat: (rate, base) => `VAT ${rate} on ${base}`,
  reverseCharge: 'Reverse charge: the recipient accounts for VAT',
  outOfScope: 'Outside the scope of Swiss VAT',
  total: 'Total',
  noTax: 'This is not an invoice. The invoice follows when the exact amount has arrived.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  exact:
    'Please pay exactly this amount with exactly this reference. Any other payment is credited to your prepaid account.',
};

const es: DocumentWords = {
  title: {
    'pro-forma': 'Factura proforma',
    invoice: 'Factura',
    'top-up': 'Solicitud de recarga',
    'credit-note': 'Abono',
  },
  number: 'Número',
  reference: 'Referencia',
  date: 'Fecha',
  due: 'Pagadera hasta el',
  paid: 'Pagada el',
  customer: 'Número de cliente',
  yourVat: 'Su número de IVA',
  description: 'Descripción',
  quantity: 'Cantidad',
  unit: 'Precio unitario',
  amount: 'Importe',
  net: 'Total sin IVA',
  vat: (rate, base) => `IVA ${rate} sobre ${base}`,
  reverseCharge: 'Inversión del sujeto pasivo: el destinatario liquida el IVA',
  outOfScope: 'Fuera del ámbito del IVA suizo',
  total: 'Total',
  noTax: 'Esto no es una factura. La factura llega cuando se recibe el importe exacto.',
  page: (page, pages) => `Página ${page} de ${pages}`,
  exact:
    'Pague exactamente este importe con esta referencia. Cualquier otro pago se abona en su cuenta prepagada.',
};

const de: DocumentWords = {
  title: {
    'pro-forma': 'Proforma-Rechnung',
    invoice: 'Rechnung',
    'top-up': 'Aufladung',
    'credit-note': 'Gutschrift',
  },
  number: 'Nummer',
  reference: 'Referenz',
  date: 'Datum',
  due: 'Zahlbar bis',
  paid: 'Bezahlt am',
  customer: 'Kundennummer',
  yourVat: 'Ihre MWST-Nummer',
  description: 'Beschreibung',
  quantity: 'Menge',
  unit: 'Einzelpreis',
  amount: 'Betrag',
  net: 'Total ohne MWST',
  vat: (rate, base) => `MWST ${rate} auf ${base}`,
  reverseCharge: 'Steuerschuldnerschaft des Leistungsempfängers (Reverse charge)',
  outOfScope: 'Nicht der Schweizer MWST unterstellt',
  total: 'Total',
  noTax: 'Dies ist keine Rechnung. Die Rechnung folgt, sobald der genaue Betrag eingegangen ist.',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  exact:
    'Bitte zahlen Sie genau diesen Betrag mit genau dieser Referenz. Jede andere Zahlung wird Ihrem Guthaben gutgeschrieben.',
};

const fr: DocumentWords = {
  title: {
    'pro-forma': 'Facture pro forma',
    invoice: 'Facture',
    'top-up': 'Demande de recharge',
    'credit-note': 'Note de crédit',
  },
  number: 'Numéro',
  reference: 'Référence',
  date: 'Date',
  due: 'Payable jusqu’au',
  paid: 'Payée le',
  customer: 'Numéro de client',
  yourVat: 'Votre numéro de TVA',
  description: 'Description',
  quantity: 'Quantité',
  unit: 'Prix unitaire',
  amount: 'Montant',
  net: 'Total hors TVA',
  vat: (rate, base) => `TVA ${rate} sur ${base}`,
  reverseCharge: 'Autoliquidation : la TVA est due par le destinataire',
  outOfScope: 'Hors du champ de la TVA suisse',
  total: 'Total',
  noTax: 'Ceci n’est pas une facture. La facture suit dès réception du montant exact.',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  exact:
    'Veuillez payer exactement ce montant avec cette référence. Tout autre paiement est crédité sur votre compte prépayé.',
};

const it: DocumentWords = {
  title: {
    'pro-forma': 'Fattura proforma',
    invoice: 'Fattura',
    'top-up': 'Richiesta di ricarica',
    'credit-note': 'Nota di credito',
  },
  number: 'Numero',
  reference: 'Riferimento',
  date: 'Data',
  due: 'Pagabile entro il',
  paid: 'Pagata il',
  customer: 'Numero cliente',
  yourVat: 'Il Suo numero IVA',
  description: 'Descrizione',
  quantity: 'Quantità',
  unit: 'Prezzo unitario',
  amount: 'Importo',
  net: 'Totale senza IVA',
  vat: (rate, base) => `IVA ${rate} su ${base}`,
  reverseCharge: 'Inversione contabile: l’IVA è a carico del destinatario',
  outOfScope: 'Fuori dal campo dell’IVA svizzera',
  total: 'Totale',
  noTax: 'Questa non è una fattura. La fattura segue quando arriva l’importo esatto.',
  page: (page, pages) => `Pagina ${page} di ${pages}`,
  exact:
    'La preghiamo di pagare esattamente questo importo con questo riferimento. Ogni altro pagamento è accreditato sul Suo conto prepagato.',
};

/** PDFs speak the reader's language (D23): all five. */
export const documentWords: Record<Language, DocumentWords> = { en, es, de, fr, it };
