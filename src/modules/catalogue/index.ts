export { catalogueModule } from './module.ts';
export { announcePrice } from './prices/change-price.ts';
export {
  type BetterQuantity,
  type LineQuote,
  type LineWish,
  type Priced,
  type PricePart,
  quoteLine,
} from './prices/pricing.rules.ts';
export {
  catalogueFile,
  type CatalogueFile,
  type CatalogueFileInput,
} from './products/catalogue-file.rules.ts';
export { loadCatalogue, type Loaded } from './products/load-catalogue.ts';
export {
  type Offer,
  offerOf,
  type Product,
  type ProductKind,
  productKinds,
  productNotSold,
  type VatCategory,
} from './products/product.rules.ts';
export { isTransferable, limitsOf, productOf, productsOn } from './products/read-catalogue.ts';
