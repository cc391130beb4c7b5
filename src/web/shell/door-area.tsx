import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import { DoorCard } from './door.tsx';

/** Doors: one centred card, the brand, no navigation. */
export function Door() {
  return (
    <DoorCard>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </DoorCard>
  );
}
