export type Bar = {
  readonly id: string;
  readonly label: string;
  /** Shown on pointing at the bar. */
  readonly title: string;
  readonly base: number;
  readonly top: number;
};

type Props = {
  readonly label: string;
  readonly baseLabel: string;
  readonly topLabel: string;
  readonly bars: readonly Bar[];
};

const WIDTH = 600;
const HEIGHT = 140;

/** Bars of two parts, one on the other; as wide as its place. Read aloud as one picture with `label`. */
export function BarChart({ label, baseLabel, topLabel, bars }: Props) {
  const highest = Math.max(1, ...bars.map(({ base, top }) => base + top));
  const step = WIDTH / Math.max(1, bars.length);
  const heightOf = (value: number) => (value / highest) * HEIGHT;
  return (
    <figure className="kit-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {bars.map(({ id, title, base, top }, index) => (
          <g key={id}>
            <title>{title}</title>
            <rect className="kit-chart-day" x={index * step} y={0} width={step} height={HEIGHT} />
            <rect
              className="kit-chart-base"
              x={index * step + step * 0.15}
              y={HEIGHT - heightOf(base)}
              width={step * 0.7}
              height={heightOf(base)}
            />
            <rect
              className="kit-chart-top"
              x={index * step + step * 0.15}
              y={HEIGHT - heightOf(base + top)}
              width={step * 0.7}
              height={heightOf(top)}
            />
          </g>
        ))}
      </svg>
      <div className="kit-chart-axis" aria-hidden="true">
        {[bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)].map((bar, index) => (
          <span key={`${String(index)} ${bar?.id}`}>{bar?.label}</span>
        ))}
      </div>
      <figcaption aria-hidden="true">
        <span className="kit-chart-base-key">{baseLabel}</span>
        <span className="kit-chart-top-key">{topLabel}</span>
      </figcaption>
    </figure>
  );
}
