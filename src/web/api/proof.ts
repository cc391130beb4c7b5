import type { Side } from './door.ts';

type Ask = (side: Side) => Promise<boolean>;

let ask: Ask | undefined;

/** The dialog that asks again who is there, mounted once by the shell. */
export function setProofDialog(dialog: Ask | undefined): void {
  ask = dialog;
}

/** True when the reader proved once more who they are. */
export async function proveAgain(side: Side): Promise<boolean> {
  return ask ? ask(side) : false;
}
