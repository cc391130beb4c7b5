export { subscriptionInvariants } from './audit/subscription-invariants.store.ts';
export { subscriptionsModule } from './module.ts';
export { cancelAnOrder } from './orders/cancel-order.ts';
export { hasOpenOrders } from './orders/reading/order-list.store.ts';
export type { Order, OrderId, OrderItem, OrderState } from './orders/order.rules.ts';
export { type OrderCommand, placeAnOrder } from './orders/placing/place-order.ts';
export { expireOrder, startOrder } from './orders/placing/start-order.ts';
export { nameProducts } from './products/name-products.ts';
export { findProducts } from './products/read-products.ts';
export { productNotFound } from './products/subscription.refusals.ts';
export { addMailAddress, setMailDomain } from './mail/change-mail.ts';
export { givePlace } from './people/give-place.ts';
export { withdrawPlacesOf } from './people/withdraw-place.ts';
export { organizationsWith, productsOfKind } from './products/kind.store.ts';
export { subscriptionsHold } from './products/what-holds.ts';
export { subscriptionsKeep } from './products/what-keeps.ts';
export type {
  Provisioner,
  ProvisioningRequest,
  ProvisioningResult,
} from './provisioning/provisioning.rules.ts';
export { sandboxProvisioner } from './provisioning/sandbox-provisioner.ts';
