/** What the phone keeps of one account; its private key never leaves the browser. */
export type Account = {
  readonly factorId: string;
  readonly service: string;
  readonly account: string;
  readonly name: string;
  readonly seed: string;
  readonly key: CryptoKey;
  /** The latest change of the account that this phone has shown. */
  readonly newsUntil?: string;
};

const store = 'account';

/** Every account of this phone whose key is still here. */
export async function accounts(): Promise<Account[]> {
  const found: Account[] = await asked(await inStore('readonly', (kept) => kept.getAll()));
  return found.filter(({ key }) => key instanceof CryptoKey);
}

export async function keepAccount(account: Account): Promise<void> {
  await asked(await inStore('readwrite', (kept) => kept.put(account)));
}

export async function forgetAccount(factorId: string): Promise<void> {
  await asked(await inStore('readwrite', (kept) => kept.delete(factorId)));
}

async function inStore<T>(
  mode: IDBTransactionMode,
  use: (kept: IDBObjectStore) => IDBRequest<T>,
): Promise<IDBRequest<T>> {
  const opening = indexedDB.open('atrio-authenticator', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore(store, { keyPath: 'factorId' }),
  );
  const database = await asked(opening);
  return use(database.transaction(store, mode).objectStore(store));
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
  });
}
