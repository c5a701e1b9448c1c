import autocannon from 'autocannon';

export type Load = {
  readonly url: string;
  readonly seconds: number;
  readonly connections: number;
  /** Requests per second over all connections; null: as fast as answers come. */
  readonly perSecond: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Headers of the n-th request, where each must differ. */
  readonly headersOf?: (n: number) => Readonly<Record<string, string>>;
};

export type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly answered: number;
  readonly failed: number;
};

/** POSTs under load for a bounded time and measures; stops by itself. Only ever against this machine. */
export async function load(wanted: Load): Promise<Measured> {
  let sent = 0;
  const result = await autocannon({
    url: wanted.url,
    method: 'POST',
    duration: wanted.seconds,
    connections: wanted.connections,
    ...(wanted.perSecond === null ? {} : { overallRate: wanted.perSecond }),
    headers: { ...wanted.headers },
    body: wanted.body,
    setupClient: (client) => {
      if (wanted.headersOf === undefined) return;
      const next = () => {
        sent += 1;
        client.setHeaders({ ...wanted.headers, ...wanted.headersOf?.(sent) });
      };
      next();
      client.on('response', next);
    },
  });
  return {
    perSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
  };
}
