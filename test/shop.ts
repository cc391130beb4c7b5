// What there is to sell, to whom to pay, and at which tax: the figures of the demo.
import { system } from '#kernel/actor.ts';
import { loadSeller, loadVatRates, sellerFigures as seller } from '#modules/billing/index.ts';
import { catalogueFile, loadCatalogue } from '#modules/catalogue/index.ts';
import { catalogueFigures, sellerFigures, vatRateFigures } from '../src/demo/figures.ts';
import type { World } from './world.ts';

/** Opens the shop of the demo in a world: catalogue, seller, tax rates. */
export async function openShop(world: Pick<World, 'within' | 'clock'>): Promise<void> {
  const now = world.clock.now();
  await world.within(async (tx) => {
    await loadSeller(tx, seller.parse(sellerFigures), now);
    await loadVatRates(tx, vatRateFigures);
    await loadCatalogue(tx, catalogueFile.parse(catalogueFigures), { actor: system('story'), now });
  });
}
