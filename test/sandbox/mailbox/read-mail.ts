import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { OpenedMail, StoredMail } from './stored-mail.ts';

export type Envelope = { readonly from: string; readonly to: readonly string[] };

/** The row of the list for a letter that just came. */
export async function summarise(id: string, receivedAt: number, envelope: Envelope, raw: Buffer): Promise<StoredMail> {
  const parsed = await simpleParser(raw);
  return {
    id,
    receivedAt,
    envelopeFrom: envelope.from,
    envelopeTo: envelope.to,
    from: parsed.from?.text ?? envelope.from,
    to: addressText(parsed.to) || envelope.to.join(', '),
    subject: parsed.subject ?? '(no subject)',
    bytes: raw.length,
  };
}

/** The whole letter, read anew from what was received. Pictures inside it come as data, never from elsewhere. */
export async function openMail(stored: StoredMail, raw: Buffer): Promise<OpenedMail> {
  const parsed = await simpleParser(raw);
  return {
    ...stored,
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : null,
    headers: headersOf(parsed),
    attachments: parsed.attachments.map((each) => ({
      name: each.filename ?? '(unnamed)',
      type: each.contentType,
      bytes: each.size,
    })),
  };
}

const headersOf = (parsed: ParsedMail): OpenedMail['headers'] =>
  parsed.headerLines.map(({ line }) => {
    const at = line.indexOf(':');
    return { name: line.slice(0, at), value: line.slice(at + 1).trim() };
  });

function addressText(address: AddressObject | AddressObject[] | undefined): string {
  if (address === undefined) return '';
  return (Array.isArray(address) ? address : [address]).map(({ text }) => text).join(', ');
}
