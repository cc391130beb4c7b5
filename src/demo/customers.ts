// Who the demo's customers are and what they did. None of it exists. Days are counted back from the
// day the demo is loaded, so that the history is always recent.
import {
  backup,
  customer,
  domain,
  hosting,
  mail,
  nas,
  order,
  suite,
  support,
  type DemoCustomer,
} from './customer.ts';

/** The company of the demo's first account; its person also has an organization of her own. */
export const alpesDiseno = customer('Alpes Diseño Sàrl', ['Marta', 'Ruiz'], 'es', {
  place: ['Chemin des Fleurs', '7b', '1950', 'Sion', 'CH'],
  since: 238,
  orders: [
    order(230, [domain('alpes-diseno.ch'), mail(4)]),
    order(176, [suite('team')]),
    order(121, [backup('5-tb')], 'short'),
    order(88, [domain('alpes-diseno.com')]),
    order(54, [support('bronze')], 'cancelled-but-paid'),
    order(17, [hosting(35, 'month')]),
    order(5, [hosting(2)], 'open'),
  ],
});

export const nordlicht = customer('Nordlicht Partner GmbH', ['Ada', 'Lindqvist'], 'de', {
  place: ['Speicherstrasse', '18', '9000', 'St. Gallen', 'CH'],
  vatNumber: 'CHE-116.281.710',
  onAccount: true,
  since: 241,
  orders: [
    order(236, [hosting(20), domain('nordlicht-partner.ch')], 'invoiced-and-paid'),
    order(150, [suite('business')], 'invoiced-and-paid'),
    order(61, [hosting(35)], 'invoiced-and-paid'),
    order(12, [support('silver')], 'open'),
  ],
});

/** Marta draws for them and sits in their suite. */
export const studioLombardi = customer('Studio Lombardi Sagl', ['Chiara', 'Lombardi'], 'it', {
  place: ['Via Nassa', '5', '6900', 'Lugano', 'CH'],
  since: 219,
  orders: [order(214, [suite('start')]), order(101, [nas('8-tb')])],
});

/** They ask Marta to look at their site. */
export const imprentaRibera = customer('Imprenta Ribera SL', ['Jorge', 'Peña'], 'es', {
  place: ['Carrer de Sueca', '31', '46006', 'Valencia', 'ES'],
  vatNumber: 'ESB12345674',
  since: 193,
  orders: [order(188, [hosting(), domain('imprenta-ribera.es')]), order(64, [mail(6)])],
});

/** The others: small companies, associations and people between Porto and Vienna. */
export const customers: readonly DemoCustomer[] = [
  customer('Boulangerie du Lac SA', ['Céline', 'Favre'], 'fr', {
    place: ['Quai du Mont-Blanc', '12', '1201', 'Genève', 'CH'],
    since: 232,
    orders: [order(226, [domain('boulangerie-du-lac.ch'), hosting()]), order(40, [mail(3)])],
  }),
  customer('Zahnarztpraxis Keller', ['Beat', 'Keller'], 'de', {
    place: ['Bahnhofstrasse', '41', '8001', 'Zürich', 'CH'],
    since: 225,
    orders: [order(220, [mail(9), domain('keller-zahn.ch')]), order(33, [backup('1-tb')], 'open')],
  }),
  studioLombardi,
  customer('Velowerk Bern', ['Lukas', 'Aebi'], 'de', {
    place: ['Lorrainestrasse', '23', '3013', 'Bern', 'CH'],
    since: 211,
    orders: [order(205, [domain('velowerk.ch'), hosting()]), order(9, [mail(12)], 'open')],
  }),
  customer('Association Les Sources', ['Nadia', 'Berset'], 'fr', {
    place: ['Rue de Lausanne', '80', '1700', 'Fribourg', 'CH'],
    since: 204,
    orders: [order(199, [hosting(), mail(2)], 'short'), order(190, [hosting()], 'from-prepaid')],
  }),
  customer('Talblick Hotel AG', ['Sandra', 'Zumthor'], 'de', {
    place: ['Dorfstrasse', '2', '7270', 'Davos', 'CH'],
    onAccount: true,
    since: 200,
    orders: [
      order(196, [suite('team'), domain('talblick-hotel.ch')], 'invoiced-and-paid'),
      order(75, [hosting(10)], 'open'),
    ],
  }),
  imprentaRibera,
  customer('Cooperativa Azahar', ['Lucía', 'Moreno'], 'es', {
    place: ['Calle Feria', '112', '41002', 'Sevilla', 'ES'],
    since: 187,
    orders: [order(181, [suite('start')]), order(30, [backup('1-tb')], 'cancelled')],
  }),
  customer('Kaffeerösterei Hagen', ['Jana', 'Hagen'], 'de', {
    place: ['Karl-Liebknecht-Straße', '54', '04275', 'Leipzig', 'DE'],
    vatNumber: 'DE136695976',
    since: 182,
    orders: [order(178, [domain('roesterei-hagen.de'), hosting(), mail(5)])],
  }),
  customer('Atelier Vauban', ['Hugo', 'Lefèvre'], 'fr', {
    place: ['Rue Vauban', '9', '67000', 'Strasbourg', 'FR'],
    since: 174,
    orders: [order(170, [hosting(2)]), order(21, [support('bronze')])],
  }),
  customer('Officina Verde Srl', ['Matteo', 'Conti'], 'it', {
    place: ['Via Savona', '97', '20144', 'Milano', 'IT'],
    since: 169,
    orders: [order(163, [suite('team')]), order(44, [domain('officina-verde.eu')])],
  }),
  customer('Livraria Ponte', ['Inês', 'Carvalho'], 'en', {
    place: ['Rua das Flores', '210', '4050-265', 'Porto', 'PT'],
    since: 160,
    orders: [order(155, [hosting(), domain('livraria-ponte.com')])],
  }),
  customer('Weingut Steiner', ['Elisabeth', 'Steiner'], 'de', {
    place: ['Kellergasse', '3', '3550', 'Langenlois', 'AT'],
    since: 152,
    orders: [order(148, [mail(3), hosting()]), order(14, [nas('8-tb')], 'open')],
  }),
  customer('Segelschule Romanshorn', ['Urs', 'Brunner'], 'de', {
    place: ['Hafenstrasse', '15', '8590', 'Romanshorn', 'CH'],
    since: 143,
    orders: [order(139, [hosting(), domain('segelschule-romanshorn.ch')], 'short')],
  }),
  customer('Garage Moderne Sàrl', ['Patrick', 'Rochat'], 'fr', {
    place: ['Avenue de France', '64', '1004', 'Lausanne', 'CH'],
    since: 137,
    orders: [order(133, [mail(4), backup('1-tb')]), order(50, [hosting()])],
  }),
  customer('Fotografía Luz Norte', ['Elena', 'Iglesias'], 'es', {
    place: ['Rúa do Franco', '18', '15702', 'Santiago de Compostela', 'ES'],
    since: 128,
    orders: [order(124, [nas('16-tb')]), order(36, [hosting()], 'cancelled-but-paid')],
  }),
  customer('Orgelbau Winterthur GmbH', ['Thomas', 'Egli'], 'de', {
    place: ['Technikumstrasse', '77', '8400', 'Winterthur', 'CH'],
    since: 120,
    orders: [order(116, [suite('start'), domain('orgelbau-winterthur.ch')])],
  }),
  customer('Trattoria da Pina', ['Giuseppina', 'Rossi'], 'it', {
    place: ['Piazza Grande', '8', '6600', 'Locarno', 'CH'],
    since: 112,
    orders: [order(108, [hosting(), mail(1)])],
  }),
  customer('Klangraum Verein', ['Miriam', 'Schöni'], 'de', {
    place: ['Rathausgasse', '30', '5000', 'Aarau', 'CH'],
    since: 103,
    orders: [order(99, [mail(2)]), order(20, [mail(2)], 'open')],
  }),
  customer('Architectes Delacroix', ['Antoine', 'Delacroix'], 'fr', {
    place: ['Rue Mercière', '44', '69002', 'Lyon', 'FR'],
    since: 96,
    orders: [order(92, [suite('business')]), order(25, [backup('20-tb')])],
  }),
  customer('Nordsee Segel KG', ['Fenja', 'Petersen'], 'de', {
    place: ['Hafenstraße', '6', '25980', 'Sylt', 'DE'],
    since: 90,
    orders: [order(86, [hosting(), domain('nordsee-segel.de')]), order(8, [mail(20)], 'open')],
  }),
  customer('Taller Bicis Malasaña', ['Álvaro', 'Soto'], 'es', {
    place: ['Calle del Pez', '27', '28004', 'Madrid', 'ES'],
    since: 81,
    orders: [order(77, [hosting(), domain('bicis-malasana.es')])],
  }),
  customer('Hofladen Emmental', ['Ruth', 'Gerber'], 'de', {
    place: ['Oberdorf', '11', '3550', 'Langnau', 'CH'],
    since: 70,
    orders: [order(66, [hosting()], 'cancelled'), order(60, [hosting(), mail(2)])],
  }),
  customer('Éditions du Bastion', ['Claire', 'Perrin'], 'fr', {
    place: ['Rue de la Tour', '3', '1205', 'Genève', 'CH'],
    since: 58,
    orders: [order(53, [suite('start')])],
  }),
  customer('Baumeister & Söhne', ['Karl', 'Baumeister'], 'de', {
    place: ['Seestrasse', '200', '6052', 'Hergiswil', 'CH'],
    since: 47,
    orders: [order(43, [mail(15), domain('baumeister-soehne.ch')])],
  }),
  customer('Liechtenstein Optik AG', ['Ursina', 'Marxer'], 'de', {
    place: ['Städtle', '22', '9490', 'Vaduz', 'LI'],
    since: 38,
    orders: [order(34, [suite('team')], 'short'), order(28, [suite('team')], 'open')],
  }),
  customer('Surf Camp Ericeira', ['Tiago', 'Lopes'], 'en', {
    place: ['Largo dos Navegantes', '1', '2655-320', 'Ericeira', 'PT'],
    since: 27,
    orders: [order(23, [hosting()])],
  }),
  customer('Physio Seefeld', ['Regula', 'Wyss'], 'de', {
    place: ['Dufourstrasse', '101', '8008', 'Zürich', 'CH'],
    since: 16,
    orders: [order(13, [mail(5), hosting()], 'open')],
  }),
  customer('Taverna Kyma', ['Eleni', 'Papadopoulou'], 'en', {
    place: ['Odos Athinas', '40', '105 51', 'Athina', 'GR'],
    since: 9,
    orders: [],
  }),
];
