import type { Module } from '#platform/module.ts';
import { priceRoutes } from './prices/price.routes.ts';
import { catalogueRoutes } from './products/catalogue.routes.ts';

export const catalogueModule: Module = {
  name: 'catalogue',
  routes: [...catalogueRoutes, ...priceRoutes],
  jobs: [],
};
