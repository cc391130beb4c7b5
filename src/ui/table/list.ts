/** Rows that arrive page by page, as a table shows them. */
export type List<Row> = {
  readonly rows: readonly Row[];
  /** Nothing has arrived yet. */
  readonly isLoading: boolean;
  /** The rows still answer the filter before. */
  readonly isStale: boolean;
  /** Why they cannot be shown, as a sentence. */
  readonly failure: string | undefined;
  /** Absent where asking again would change nothing. */
  readonly retry?: () => void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
};

/** Rows that are all here already. */
export function listOf<Row>(rows: readonly Row[]): List<Row> {
  const nothing = (): void => undefined;
  return {
    rows,
    isLoading: false,
    isStale: false,
    failure: undefined,
    hasMore: false,
    isLoadingMore: false,
    loadMore: nothing,
  };
}
