/** A mail that is ready to leave: addresses checked, texts in the reader's language. */
export type Mail = {
  readonly to: { readonly address: string; readonly name?: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Makes a repeated delivery recognizable: `<msg_…@host>`. */
  readonly messageId?: string;
  readonly headers?: { readonly [name: string]: string };
};

/** How mail leaves the house. Throws when it did not; the job that sends tries again. */
export type Mailer = {
  send(mail: Mail): Promise<void>;
};
