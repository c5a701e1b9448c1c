import { createHash } from 'node:crypto';
import type { Product } from '../world/things.ts';

const PALETTES = [
  ['#e9dcc7', '#b5793c', '#5d3a1a'],
  ['#dfe8df', '#6d9a78', '#27503a'],
  ['#e3e4ee', '#7f87b8', '#353c68'],
  ['#f3ddd6', '#cf7d62', '#7c3423'],
  ['#e6e9e6', '#8fa39b', '#3d5049'],
  ['#f5e6bd', '#d9a441', '#7f560f'],
] as const;

const MOTIFS = [
  // a bag
  (mid: string, deep: string) => `<path d="M120 150h160l14 150a16 16 0 0 1-16 18H122a16 16 0 0 1-16-18z" fill="${mid}"/>
<path d="M158 172v-32a42 42 0 0 1 84 0v32" fill="none" stroke="${deep}" stroke-width="12" stroke-linecap="round"/>`,
  // a cup
  (mid: string, deep: string) => `<path d="M112 150h152v76a76 76 0 0 1-152 0z" fill="${mid}"/>
<path d="M264 166h20a34 34 0 0 1 0 68h-24" fill="none" stroke="${mid}" stroke-width="16"/>
<rect x="96" y="312" width="208" height="14" rx="7" fill="${deep}"/>
<path d="M160 128c-14-18 14-26 0-46M204 128c-14-18 14-26 0-46" stroke="${deep}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
  // a box
  (mid: string, deep: string) => `<path d="M200 92l104 56v118l-104 56-104-56V148z" fill="${mid}"/>
<path d="M96 148l104 56 104-56M200 204v118" fill="none" stroke="${deep}" stroke-width="8" stroke-linejoin="round"/>`,
  // a bottle
  (
    mid: string,
    deep: string,
  ) => `<path d="M172 84h56v56c0 22 32 34 32 74v88a18 18 0 0 1-18 18h-84a18 18 0 0 1-18-18v-88c0-40 32-52 32-74z" fill="${mid}"/>
<rect x="166" y="72" width="68" height="26" rx="8" fill="${deep}"/><rect x="140" y="222" width="120" height="52" fill="#fff" opacity=".75"/>`,
] as const;

/** A calm drawing for a product that brings none: always the same one for the same title. No text is drawn. */
export function productPicture({ image, title }: Product): string {
  if (image !== null) return image;
  const hash = createHash('md5').update(title).digest();
  const [pale, mid, deep] = PALETTES[(hash[0] ?? 0) % PALETTES.length] ?? PALETTES[0];
  const motif = MOTIFS[(hash[1] ?? 0) % MOTIFS.length] ?? MOTIFS[0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="${pale}"/>
<circle cx="200" cy="206" r="150" fill="#fff" opacity=".38"/>${motif(mid, deep)}</svg>`;
}
