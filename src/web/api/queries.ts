import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { List } from '#ui/table/list.ts';
import { call, type AnswerOf, type Input, type RouteName } from './client.ts';
import { ApiRefusal } from './refusal.ts';
import { useRefusalText } from './refusal-text.ts';

/** One cache for the whole page. What was turned down once would be turned down again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
  },
});

function mayPass(error: Error): boolean {
  return error instanceof ApiRefusal && ['unreachable', 'unavailable'].includes(error.kind);
}

/** Asking again would be answered the same. */
function isFinal(error: Error | null): boolean {
  return error instanceof ApiRefusal && ['forbidden', 'not-found'].includes(error.kind);
}

/** What a route answers. Loading and failure belong to the shell: the page sees data only. */
export function useData<N extends RouteName>(name: N, input: Input<N>): AnswerOf<N> {
  return useSuspenseQuery(questionOf(name, input)).data;
}

/**
 * Like `useData` for what a page can do without: undefined while it loads or when it is refused.
 */
export function useOptionalData<N extends RouteName>(
  name: N,
  input: Input<N>,
  options: Optional = {},
): AnswerOf<N> | undefined {
  return useOptional(name, input, options).data;
}

type Optional = { readonly enabled?: boolean; readonly everySeconds?: number };

/**
 * The same, for a page that shows several such things together: it says too when no more is to be
 * awaited. A page that fills up in steps pushes away what somebody is about to press.
 */
export function useOptional<N extends RouteName>(
  name: N,
  input: Input<N>,
  { enabled = true, everySeconds }: Optional = {},
): { readonly data: AnswerOf<N> | undefined; readonly isSettled: boolean } {
  const refetchInterval = everySeconds === undefined ? false : everySeconds * 1000;
  const { data, isPending } = useQuery({ ...questionOf(name, input), enabled, refetchInterval });
  return { data, isSettled: !enabled || !isPending };
}

/** What was answered already, without asking again; undefined when it was not. */
export function known<N extends RouteName>(name: N, input: Input<N>): AnswerOf<N> | undefined {
  return queryClient.getQueryData([name, input]);
}

/** The question as react-query knows it; also for asking ahead. */
export function questionOf<N extends RouteName>(name: N, input: Input<N>) {
  return {
    queryKey: [name, input] as const,
    queryFn: (): Promise<AnswerOf<N>> => answered(name, input),
  };
}

/** react-query takes no `undefined`: an answer without content is null there. */
async function answered<N extends RouteName>(name: N, input: Input<N>): Promise<AnswerOf<N>> {
  return (await call(name, input)) ?? (null as unknown as AnswerOf<N>);
}

type PageOf = { readonly rows: readonly unknown[]; readonly next: string | null };

/** Names of the routes that answer pages of rows. */
export type ListName = {
  [N in RouteName]: AnswerOf<N> extends PageOf ? N : never;
}[RouteName];

type RowOf<N extends ListName> =
  AnswerOf<N> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

/**
 * Rows of a list route for a DataTable, page after page; a changed filter keeps the old rows
 * meanwhile.
 */
export function useList<N extends ListName>(name: N, input: Input<N>): List<RowOf<N>> {
  const refusalText = useRefusalText();
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) =>
      (await call(name, withCursor(input, pageParam))) as unknown as Rows<RowOf<N>>,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    failure: query.error ? refusalText(query.error) : undefined,
    ...(!isFinal(query.error) && { retry: () => void query.refetch() }),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

type Rows<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

function withCursor<N extends RouteName>(input: Input<N>, cursor: string | undefined): Input<N> {
  const { query = {} } = input as { query?: object };
  return { ...input, query: { ...query, ...(cursor === undefined ? {} : { cursor }) } };
}
