export { subscriptionInvariants } from './audit/subscription-invariants.store.ts';
export { subscriptionsModule } from './module.ts';
export { cancelAnOrder } from './orders/cancel-order.ts';
export { hasOpenOrders } from './orders/order-list.store.ts';
export type { Order, OrderId, OrderItem, OrderState } from './orders/order.rules.ts';
export { type OrderCommand, placeAnOrder } from './orders/place-order.ts';
export { expireOrder, startOrder } from './orders/start-order.ts';
export type {
  Provisioner,
  ProvisioningRequest,
  ProvisioningResult,
} from './provisioning/provisioning.rules.ts';
export { sandboxProvisioner } from './provisioning/sandbox-provisioner.ts';
