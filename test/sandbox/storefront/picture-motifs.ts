/** Draws a thing on a field of 400 by 400 in two colours. */
export type Motif = (mid: string, deep: string) => string;

const stroke = (colour: string, width = 10): string =>
  `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

const pouch: Motif = (
  mid,
  deep,
) => `<path d="M140 104h120l18 30v168a18 18 0 0 1-18 18H140a18 18 0 0 1-18-18V134z" fill="${mid}"/>
<path d="M122 134h156" ${stroke(deep, 8)}/>
<rect x="150" y="186" width="100" height="84" rx="10" fill="#fff" opacity=".82"/>
<ellipse cx="200" cy="228" rx="20" ry="28" fill="${deep}" transform="rotate(32 200 228)"/>
<path d="M190 206c14 14-4 26 20 44" ${stroke('#fff', 5)}/>`;

const cup: Motif = (mid, deep) => `<path d="M112 150h152v76a76 76 0 0 1-152 0z" fill="${mid}"/>
<path d="M264 166h20a34 34 0 0 1 0 68h-24" ${stroke(mid, 16)}/>
<rect x="96" y="312" width="208" height="14" rx="7" fill="${deep}"/>
<path d="M160 128c-14-18 14-26 0-46M204 128c-14-18 14-26 0-46" ${stroke(deep, 8)}/>`;

const bowl: Motif = (mid, deep) => `<path d="M96 190h208c0 74-44 112-104 112S96 264 96 190z" fill="${mid}"/>
<ellipse cx="200" cy="190" rx="104" ry="24" fill="${deep}"/>
<ellipse cx="200" cy="192" rx="86" ry="16" fill="#fff" opacity=".5"/>
<path d="M168 302h64v14h-64z" fill="${deep}"/>`;

const leaves: Motif = (mid, deep) => `<path d="M200 320V190" ${stroke(deep)}/>
<path d="M200 226c-70 8-104-32-100-92 66-2 100 32 100 92z" fill="${mid}"/>
<path d="M200 262c62 6 98-28 100-86-62-2-96 28-100 86z" fill="${mid}" opacity=".8"/>
<path d="M200 226c-24-34-50-58-78-74M200 262c24-32 48-52 78-68" ${stroke(deep, 6)}/>`;

const biscuits: Motif = (mid, deep) => {
  const dots = [
    [150, 190],
    [188, 168],
    [172, 226],
    [214, 212],
    [256, 262],
    [226, 286],
    [270, 226],
  ];
  return `<circle cx="178" cy="196" r="76" fill="${mid}"/>
<circle cx="244" cy="252" r="70" fill="${mid}" stroke="#fff" stroke-opacity=".5" stroke-width="6"/>
${dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="9" fill="${deep}"/>`).join('')}`;
};

const bar: Motif = (mid, deep) => {
  const squares = [0, 1, 2, 3, 4, 5].map(
    (i) =>
      `<rect x="${138 + (i % 2) * 66}" y="${100 + Math.floor(i / 2) * 68}"
width="58" height="60" rx="8" fill="${mid}"/>`,
  );
  return `<rect x="126" y="88" width="148" height="224" rx="14" fill="${deep}"/>${squares.join('')}`;
};

const pot: Motif = (
  mid,
  deep,
) => `<path d="M128 170h132l16 120a24 24 0 0 1-24 26H136a24 24 0 0 1-24-26z" fill="${mid}"/>
<path d="M122 210l-40-44" ${stroke(mid, 18)}/>
<path d="M262 186h24a30 30 0 0 1 30 30v10a34 34 0 0 1-34 34h-12" ${stroke(deep, 14)}/>
<path d="M144 170l14-38h72l14 38z" fill="${deep}"/><circle cx="194" cy="118" r="14" fill="${deep}"/>`;

const mill: Motif = (mid, deep) => `<rect x="136" y="196" width="128" height="120" rx="12" fill="${mid}"/>
<rect x="160" y="246" width="80" height="40" rx="6" fill="#fff" opacity=".7"/>
<path d="M150 196l14-56h72l14 56z" fill="${deep}"/><path d="M200 140v-34h74" ${stroke(deep, 12)}/>
<circle cx="282" cy="106" r="16" fill="${mid}"/>`;

const dripper: Motif = (mid, deep) => `<path d="M108 120h184l-64 92h-56z" fill="${mid}"/>
<rect x="140" y="212" width="120" height="14" rx="7" fill="${deep}"/>
<path d="M150 242h100l14 60a16 16 0 0 1-16 18h-96a16 16 0 0 1-16-18z" fill="${mid}" opacity=".55"/>
<path d="M143 290h114l5 20a10 10 0 0 1-10 10H148a10 10 0 0 1-10-10z" fill="${deep}"/>`;

const scales: Motif = (mid, deep) => `<rect x="100" y="230" width="200" height="78" rx="16" fill="${mid}"/>
<rect x="120" y="196" width="160" height="22" rx="8" fill="${deep}"/>
<rect x="156" y="248" width="88" height="40" rx="6" fill="#fff" opacity=".85"/>
<path d="M174 268h52" ${stroke(deep, 8)}/>`;

const gift: Motif = (mid, deep) => `<rect x="96" y="128" width="208" height="144" rx="16" fill="${mid}"/>
<path d="M96 184h208" ${stroke(deep, 14)}/><path d="M176 128v144" ${stroke(deep, 14)}/>
<path d="M176 184c-50-44-64 20 0 0 64 20 50-44 0 0z" ${stroke('#fff', 8)}/>`;

const glasses: Motif = (
  mid,
  deep,
) => `<path d="M128 112h64v52a32 32 0 0 1-64 0zM208 136h64v52a32 32 0 0 1-64 0z" fill="${mid}"/>
<path d="M160 196v96M132 298h56M240 220v76M212 302h56" ${stroke(deep)}/>`;

const bag: Motif = (
  mid,
  deep,
) => `<path d="M120 150h160l14 150a16 16 0 0 1-16 18H122a16 16 0 0 1-16-18z" fill="${mid}"/>
<path d="M158 172v-32a42 42 0 0 1 84 0v32" ${stroke(deep, 12)}/>`;

const bottle: Motif = (
  mid,
  deep,
) => `<path d="M172 84h56v56c0 22 32 34 32 74v88a18 18 0 0 1-18 18h-84a18 18 0 0 1-18-18v-88c0-40 32-52 32-74z"
fill="${mid}"/>
<rect x="166" y="72" width="68" height="26" rx="8" fill="${deep}"/>
<rect x="140" y="222" width="120" height="52" fill="#fff" opacity=".75"/>`;

/** The first whose words are in a title draws it. */
const MOTIFS: readonly (readonly [RegExp, Motif])[] = [
  [/gift/i, gift],
  [/paper filter|dripper|pour-over/i, dripper],
  [/scales?\b/i, scales],
  [/mill|grinder/i, mill],
  [/bowl/i, bowl],
  [/\bcup\b|mug/i, cup],
  [/\bpot\b|kettle|moka/i, pot],
  [/chocolate/i, bar],
  [/biscuit|cookie|cake|roll|loaf|bread/i, biscuits],
  [/tea\b|rooibos|mint|herb/i, leaves],
  [/tasting|evening|seat|ticket/i, glasses],
  [/bottle|brew|juice|wine|syrup/i, bottle],
  [/espresso|coffee|filter|roast|decaf|blend/i, pouch],
];

export const motifFor = (title: string): Motif => MOTIFS.find(([words]) => words.test(title))?.[1] ?? bag;
