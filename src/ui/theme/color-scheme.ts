import { localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core';

/** The same key is read by index.html before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'atrio.theme' });

export type Theme = 'auto' | 'light' | 'dark';

/** What the reader chose, and how to choose. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return [colorScheme, setColorScheme];
}
