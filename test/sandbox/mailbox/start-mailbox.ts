import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { openMailFiles } from './mail-files.ts';
import { type Envelope, openMail, summarise } from './read-mail.ts';
import type { OpenedMail, StoredMail } from './stored-mail.ts';

const MAIL_BYTES_MAX = 25_000_000;

export type MailboxOptions = {
  /** 0: any free port. */
  readonly port: number;
  /** Letters are kept below it; null: none outlives the mailbox. */
  readonly dataDir: string | null;
};

/** An SMTP server on this machine that delivers nothing and keeps every letter for people and tests to look at. */
export type Mailbox = {
  readonly port: number;
  /** For a mailer's settings, e.g. `smtp://127.0.0.1:2525`. */
  readonly smtpUrl: string;
  /** Newest first. */
  readonly list: () => readonly StoredMail[];
  readonly open: (id: string) => Promise<OpenedMail | null>;
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts it on 127.0.0.1; letters of earlier runs in `dataDir` are still there. */
export async function startMailbox({ port, dataDir }: MailboxOptions): Promise<Mailbox> {
  const folder = dataDir === null ? await mkdtemp(join(tmpdir(), 'regulars-mailbox-')) : join(dataDir, 'mailbox');
  const files = await openMailFiles(folder);
  const keep = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('This letter is too large.'), { responseCode: 552 });
    const receivedAt = Date.now();
    const id = `${String(receivedAt).padStart(15, '0')}-${randomBytes(5).toString('hex')}`;
    await files.put(await summarise(id, receivedAt, envelopeOf(session), raw), raw);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAIL_BYTES_MAX,
    onData: (stream, session, callback) => void keep(stream, session).then(() => callback(null), callback),
  });
  // A peer that hangs up in the middle of a letter is its own trouble, not the end of the mailbox.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    port: bound,
    smtpUrl: `smtp://127.0.0.1:${bound}`,
    list: files.list,
    open: async (id) => {
      const stored = files.find(id);
      return stored === null ? null : openMail(stored, await files.raw(id));
    },
    clear: files.clear,
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (dataDir === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map(({ address }) => address) };
}
