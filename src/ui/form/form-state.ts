/** What a field piece needs; made by `form.field('name')`. */
export type FieldState<T> = {
  readonly name: string;
  readonly value: T;
  readonly error: string | undefined;
  readonly onChange: (value: T) => void;
};

/** A form while it is filled in. */
export type FormState<V> = {
  readonly values: V;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  /** Why the whole was turned down. */
  readonly failure: string | undefined;
  readonly submit: () => Promise<void>;
  readonly set: (change: Partial<V>) => void;
  readonly reset: () => void;
  readonly field: <K extends keyof V & string>(key: K) => FieldState<V[K]>;
};
