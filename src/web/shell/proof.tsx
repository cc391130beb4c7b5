import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { setProofDialog } from '#web/api/proof.ts';

const ProofDialog = lazy(async () => ({
  default: (await import('./proof-dialog.tsx')).ProofDialog,
}));

/** Stands ready to ask who is there; the dialog itself is fetched when it is needed. */
export function Proof() {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const settle = useRef<(proven: boolean) => void>(undefined);

  useEffect(() => {
    setProofDialog(
      () =>
        new Promise((resolve) => {
          settle.current = resolve;
          setWanted(true);
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

  if (!isWanted) return null;
  return (
    <Suspense>
      <ProofDialog isOpen={isOpen} onClose={close} />
    </Suspense>
  );
}
