/** What the list of letters shows; kept as JSON beside the letter itself. Times in milliseconds UTC. */
export type StoredMail = {
  readonly id: string;
  readonly receivedAt: number;
  /** Sender and recipients as the SMTP envelope named them; the letter may say something else. */
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly bytes: number;
};

/** A letter opened: both bodies, the headers in their order, and the names of what is attached. */
export type OpenedMail = StoredMail & {
  readonly text: string;
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
};
