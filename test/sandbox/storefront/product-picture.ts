import { createHash } from 'node:crypto';
import type { Product } from '../world/things.ts';
import { type Motif, motifFor } from './picture-motifs.ts';

/** Ground, body and detail of a drawing. */
const PALETTES = [
  ['#ece1cf', '#b5793c', '#5d3a1a'],
  ['#dfe8df', '#6d9a78', '#27503a'],
  ['#e3e4ee', '#7f87b8', '#353c68'],
  ['#f3ddd6', '#cf7d62', '#7c3423'],
  ['#e6e9e6', '#8fa39b', '#3d5049'],
  ['#f5e9c6', '#d9a441', '#7f560f'],
] as const;

/** A calm drawing for a product that brings none: what it is by its title, and always the same colours for it. */
export function productPicture({ image, title, isGiftCard }: Product): string {
  if (image !== null) return image;
  const hash = createHash('md5').update(title).digest();
  const [pale, mid, deep] = PALETTES[(hash[0] ?? 0) % PALETTES.length] ?? PALETTES[0];
  return drawing(isGiftCard ? motifFor('gift card') : motifFor(title), pale, mid, deep);
}

const drawing = (motif: Motif, pale: string, mid: string, deep: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="${pale}"/>
<circle cx="200" cy="206" r="150" fill="#fff" opacity=".38"/>${motif(mid, deep)}</svg>`;
