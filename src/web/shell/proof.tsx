import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Side } from '#web/api/door.ts';
import { setProofDialog, type Critical } from '#web/api/proof.ts';

const ProofDialog = lazy(async () => ({
  default: (await import('./proof-dialog.tsx')).ProofDialog,
}));

/** Stands ready to ask who is there; the dialog itself is fetched when it is needed. */
export function Proof() {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<{ side: Side; critical: Critical | undefined }>();
  const settle = useRef<(proven: boolean) => void>(undefined);

  useEffect(() => {
    setProofDialog(
      (side, critical) =>
        new Promise((resolve) => {
          settle.current = resolve;
          setAsked({ side, critical });
          setOpen(true);
        }),
    );
    return () => setProofDialog(undefined);
  }, []);

  function close(proven: boolean): void {
    settle.current?.(proven);
    settle.current = undefined;
    setOpen(false);
  }

  if (asked === undefined) return null;
  return (
    <Suspense>
      <ProofDialog {...asked} isOpen={isOpen} onClose={close} />
    </Suspense>
  );
}
