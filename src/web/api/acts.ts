import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { say } from '#ui/feedback/toasts.tsx';
import { call, type AnswerOf, type Input, type RouteName } from './client.ts';
import { queryClient } from './queries.ts';
import { ApiRefusal } from './refusal.ts';
import { useRefusalText } from './refusal-text.ts';

export type Act<N extends RouteName> = {
  /** Does it; true when it was done, false when it was turned down. */
  readonly act: (input: Input<N>) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Why the last try was turned down, in the reader's language. */
  readonly failure: string | undefined;
  readonly refusal: ApiRefusal | undefined;
  readonly forget: () => void;
};

type Options<N extends RouteName> = {
  /** Said when it is done. */
  readonly said?: string;
  readonly onDone?: (answer: AnswerOf<N>) => void;
  /** The page shows `failure` itself; otherwise it is said in a toast. */
  readonly showsFailure?: boolean;
};

/**
 * Something the reader can do. Afterwards everything on the page is read anew. A try that got no
 * answer is repeated under the same key, so that nothing is done twice.
 */
export function useAct<N extends RouteName>(name: N, options: Options<N> = {}): Act<N> {
  const refusalText = useRefusalText();
  const key = useRef<string>(undefined);
  const mutation = useMutation({
    mutationFn: (input: Input<N>) => {
      key.current ??= crypto.randomUUID();
      return call(name, { key: key.current, ...input });
    },
  });

  async function act(input: Input<N>): Promise<boolean> {
    try {
      const answer = await mutation.mutateAsync(input);
      key.current = undefined;
      void queryClient.invalidateQueries();
      if (options.said) say.done(options.said);
      options.onDone?.(answer);
      return true;
    } catch (error) {
      if (isAnswer(error)) key.current = undefined;
      if (!options.showsFailure) say.failed(refusalText(error));
      return false;
    }
  }

  const { error } = mutation;
  return {
    act,
    isBusy: mutation.isPending,
    failure: error ? refusalText(error) : undefined,
    refusal: error instanceof ApiRefusal ? error : undefined,
    forget: mutation.reset,
  };
}

/** Whether the server decided; a lost connection or an overload leaves that open. */
function isAnswer(error: unknown): boolean {
  return error instanceof ApiRefusal && !['unreachable', 'unavailable', 'bug'].includes(error.kind);
}
