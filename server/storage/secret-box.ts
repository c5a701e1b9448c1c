import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../app/ports/app-error.ts';

/** 32 bytes; `id` is kept beside what it sealed, so that keys can rotate. */
export type EncryptionKey = { readonly id: string; readonly key: Uint8Array };

/** Seals with the newest key and opens with any it knows. `about` is what it belongs to: elsewhere it does not open. */
export type SecretBox = {
  readonly seal: (about: string, secret: Uint8Array) => Buffer;
  readonly open: (about: string, sealed: Uint8Array) => Buffer;
};

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A sealed thing: length of the key's id, the id, nonce, tag, cipher text. */
export function createSecretBox(keys: readonly EncryptionKey[]): SecretBox {
  const [newest] = keys;
  if (newest === undefined) throw new Error('invariant broken: there is an encryption key');
  return {
    seal: (about, secret) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, newest.key, nonce).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      const id = Buffer.from(newest.id);
      return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), text]);
    },
    open: (about, sealed) => {
      const bytes = Buffer.from(sealed);
      const [idLength = 0] = bytes;
      const id = bytes.subarray(1, 1 + idLength).toString();
      const key = keys.find((known) => known.id === id);
      if (key === undefined) throw new AppError('encryption_key_missing', false);
      const start = 1 + idLength;
      const nonce = bytes.subarray(start, start + NONCE);
      const tag = bytes.subarray(start + NONCE, start + NONCE + TAG);
      const decipher = createDecipheriv(CIPHER, key.key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(start + NONCE + TAG)), decipher.final()]);
    },
  };
}

export const sealJson = (box: SecretBox, about: string, value: unknown): Buffer =>
  box.seal(about, Buffer.from(JSON.stringify(value)));

/** What was sealed as JSON by us; its tag says that it is unchanged, so its type is believed. */
export const openJson = <T>(box: SecretBox, about: string, sealed: Uint8Array): T =>
  JSON.parse(box.open(about, sealed).toString('utf8')) as T;
