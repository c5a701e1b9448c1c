/** What a draw asks of cryptography, handed in since the core has none. Text is hashed as UTF-8, answers are hex. */
export type Hashing = {
  readonly sha256: (text: string) => string;
  /** Over a text that comes in parts. */
  readonly sha256Parts: () => { readonly add: (part: string) => void; readonly hex: () => string };
  /** `keyHex` is the key's bytes as hexadecimal digits. */
  readonly hmacSha256: (keyHex: string, text: string) => string;
};
