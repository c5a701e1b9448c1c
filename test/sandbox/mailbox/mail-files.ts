import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredMail } from './stored-mail.ts';

/** Letters on disk: `<id>.eml` as received and `<id>.json` for the list. */
export type MailFiles = {
  /** On disk for good when it returns, so that SMTP's "accepted" is true. */
  readonly put: (mail: StoredMail, raw: Buffer) => Promise<void>;
  /** Newest first. */
  readonly list: () => readonly StoredMail[];
  readonly find: (id: string) => StoredMail | null;
  readonly raw: (id: string) => Promise<Buffer>;
  readonly clear: () => Promise<void>;
};

/** Opens the folder of letters, with those of earlier runs. */
export async function openMailFiles(folder: string): Promise<MailFiles> {
  await mkdir(folder, { recursive: true });
  const mails = await readIndex(folder);
  const path = (id: string, ending: string) => join(folder, `${id}.${ending}`);
  return {
    put: async (mail, raw) => {
      await writeDurably(path(mail.id, 'eml'), raw);
      await writeDurably(path(mail.id, 'json'), Buffer.from(JSON.stringify(mail)));
      mails.set(mail.id, mail);
    },
    list: () => [...mails.values()].reverse(),
    find: (id) => mails.get(id) ?? null,
    raw: (id) => readFile(path(id, 'eml')),
    clear: async () => {
      const ids = [...mails.keys()];
      mails.clear();
      await Promise.all(ids.flatMap((id) => ['eml', 'json'].map((ending) => rm(path(id, ending), { force: true }))));
    },
  };
}

/** Ids begin with the time, so the order of names is the order of arrival. */
async function readIndex(folder: string): Promise<Map<string, StoredMail>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as StoredMail),
  );
  return new Map(mails.map((mail) => [mail.id, mail]));
}

async function writeDurably(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
