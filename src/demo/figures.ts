/**
 * Every figure that the demo invents, in one place (settled 13). An operator brings their own: the
 * catalogue as a JSON file of the same shape (`npm run catalogue:load -- FILE`).
 *
 * - Prices exclude tax, in CHF and EUR. A year costs ten months unless given. Domains are sold by
 *   the year only. Web hosting costs CHF 9.92 or EUR 5.75 a month; from 10, 20 and 35 on 10, 20 and
 *   25 % less, and mail boxes alike. The personal suite is free.
 * - The renewal warranty costs 5.00 a year or 0.50 a month per product, in both currencies.
 * - Premium support has a minimum term of six months.
 * - Tax: Switzerland 8.1, 2.6 and 3.8 % since 2024, 7.7, 2.5 and 3.7 % before; the standard rates
 *   of the 27 states of the European Union with their changes since 2023.
 * - The seller is an invented Swiss company with UID, a QR-IBAN for CHF and ordinary IBANs.
 */
export { catalogueFigures } from './figures/catalogue.ts';
export { sellerFigures } from './figures/seller.ts';
export { vatRateFigures } from './figures/vat-rates.ts';
