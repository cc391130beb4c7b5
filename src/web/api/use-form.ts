import { useState } from 'react';
import type { FormState } from '#ui/form/form-state.ts';
import { useAct } from './acts.ts';
import type { AnswerOf, Input, RouteName } from './client.ts';
import { fieldText } from './refusal-text.ts';
import type { ApiRefusal } from './refusal.ts';

type Values = { readonly [name: string]: unknown };

type Options<N extends RouteName, V extends Values> = {
  readonly initial: V;
  /** From what was typed to what the route wants. */
  readonly send: (values: V) => Input<N>;
  /** Sentences for what can be seen before asking the server, by field. */
  readonly check?: (values: V) => { readonly [K in keyof V]?: string | undefined };
  readonly said?: string;
  readonly onDone?: (answer: AnswerOf<N>, values: V) => void;
};

/**
 * A form that sends one route. Refused fields show their sentence; the rest stands above the
 * button.
 */
export function useForm<N extends RouteName, V extends Values>(
  name: N,
  { initial, send, check, said, onDone }: Options<N, V>,
): FormState<V> {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors<V>>({});
  const { act, isBusy, failure, refusal, forget } = useAct(name, {
    ...(said === undefined ? {} : { said }),
    showsFailure: true,
    onDone: (answer) => onDone?.(answer, values),
  });
  const refused = fieldsOf(refusal);

  async function submit(): Promise<void> {
    const found = withoutGaps<V>(check?.(values) ?? {});
    setErrors(found);
    if (Object.keys(found).length === 0) await act(send(values));
  }

  return {
    values,
    isBusy,
    isChanged: Object.keys(initial).some((key) => values[key] !== initial[key]),
    failure,
    submit,
    set: (change) => setValues((present) => ({ ...present, ...change })),
    reset: () => {
      setValues(initial);
      setErrors({});
      forget();
    },
    field: (key) => ({
      name: key,
      value: values[key],
      error: errors[key] ?? refused.get(key),
      onChange: (value) => {
        setValues((present) => ({ ...present, [key]: value }));
        setErrors((present) => ({ ...present, [key]: undefined }));
      },
    }),
  };
}

type Errors<V> = { readonly [K in keyof V]?: string | undefined };

function withoutGaps<V extends Values>(errors: Errors<V>): Errors<V> {
  return Object.fromEntries(
    Object.entries(errors).filter(([, sentence]) => sentence !== undefined),
  ) as Errors<V>;
}

/** Which fields the API found not as promised, each with a sentence by the kind of mistake. */
function fieldsOf(refusal: ApiRefusal | undefined): ReadonlyMap<string, string> {
  const { issues } = refusal?.facts ?? {};
  if (!Array.isArray(issues)) return new Map();
  return new Map(
    (issues as { path: string; code: string }[]).map(({ path, code }) => [
      path.split('.').at(-1) ?? path,
      fieldText(code),
    ]),
  );
}
