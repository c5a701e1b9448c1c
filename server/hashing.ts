import { createHash, createHmac } from 'node:crypto';
import type { Hashing } from '../shared/domain/draw/hashing.ts';

/** The system's own SHA-256. */
export const hashing: Hashing = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  sha256Parts: () => {
    const hash = createHash('sha256');
    return { add: (part) => void hash.update(part, 'utf8'), hex: () => hash.digest('hex') };
  },
  hmacSha256: (keyHex, text) => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text, 'utf8').digest('hex'),
};
