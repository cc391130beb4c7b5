import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { UiProvider } from '#ui/theme/ui-provider.tsx';
import { askAhead } from './api/ask-ahead.ts';
import { setDoor } from './api/door.ts';
import { queryClient } from './api/queries.ts';
import { startLanguages } from './language/i18n.ts';
import { router } from './routing/router.tsx';
import { toDoorFrom } from './routing/to-door.ts';

setDoor((side) => void toDoorFrom(router, side));

// Words, code and who is asking are fetched at the same time; the first thing drawn is the page
// itself.
await Promise.all([startLanguages(), router.load(), askAhead(window.location.pathname)]);

const place = document.querySelector('#root');
if (!place) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    <UiProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  </StrictMode>,
);
