import { PageSkeleton } from '#ui/feedback/skeleton.tsx';
import './shell.css';

/** Before it is known what stands around a page. */
export function DoorSkeleton() {
  return (
    <div className="main">
      <PageSkeleton />
    </div>
  );
}
