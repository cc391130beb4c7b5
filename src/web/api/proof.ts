let ask: (() => Promise<boolean>) | undefined;

/** The dialog that asks for the password again, mounted once by the shell. */
export function setProofDialog(dialog: (() => Promise<boolean>) | undefined): void {
  ask = dialog;
}

/** True when the reader proved once more who they are. */
export async function proveAgain(): Promise<boolean> {
  return ask ? ask() : false;
}
