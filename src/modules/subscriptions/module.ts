import type { Module } from '#platform/module.ts';
import { mailRoutes } from './mail/mail.routes.ts';
import { moveRoutes } from './moves/move.routes.ts';
import { orderRoutes } from './orders/order.routes.ts';
import { placeRoutes } from './people/place.routes.ts';
import { productRoutes } from './products/product.routes.ts';
import { provisioningJobs } from './provisioning/provisioning.jobs.ts';
import { provisioningRoutes } from './provisioning/provisioning.routes.ts';
import type { Provisioner } from './provisioning/provisioning.rules.ts';
import { sandboxProvisioner } from './provisioning/sandbox-provisioner.ts';

/** Subscriptions, with whoever makes the products: the sandbox, unless told otherwise. */
export const subscriptionsModule = (provisioner: Provisioner = sandboxProvisioner): Module => ({
  name: 'subscriptions',
  routes: [
    ...orderRoutes,
    ...productRoutes,
    ...placeRoutes,
    ...mailRoutes,
    ...moveRoutes,
    ...provisioningRoutes,
  ],
  jobs: provisioningJobs(provisioner),
});
