// What a service worker finds around it, as far as this one uses it.

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };

type Events = {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly push: Lasting;
  readonly notificationclick: Lasting & { readonly notification: Notification };
  readonly pushsubscriptionchange: Lasting;
  readonly fetch: Lasting & {
    readonly request: Request;
    respondWith(answer: Promise<Response>): void;
  };
};

/** A page of the app that is open. */
type OpenPage = { readonly url: string; focus(): Promise<unknown> };

export type WorkerScope = {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<E extends keyof Events>(event: E, act: (event: Events[E]) => void): void;
};
