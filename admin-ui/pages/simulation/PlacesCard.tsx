import type { Place } from '../../../shared/domain/simulation/places.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { Wide } from '../../kit/Pair.tsx';
import { useText } from '../../session/shop.tsx';
import type { Named } from './ResultCards.tsx';
import { TableCard } from './TableCard.tsx';
import { useTurnoverColumns } from './turnover-columns.tsx';

/** Where it was bought. */
export function PlacesCard({ one: { name, result } }: { readonly one: Named }) {
  const { simulation, simulations } = useText();
  const { places } = simulations;
  const locationOf = ({ locationId }: Place) =>
    locationId === null ? places.noLocation : places.location(String(locationId));
  const channelOf = ({ channel }: Place) => places.channels[channel ?? 'other'] ?? channel;
  const where: readonly [Column<Place>, Column<Place>] = [
    { id: 'location', title: simulation.location, cell: locationOf },
    { id: 'channel', title: simulation.channel, cell: channelOf },
  ];
  return (
    <TableCard title={places.title} of={name}>
      <Wide label={`${places.title}: ${name}`}>
        <DataList
          label={`${places.title}: ${name}`}
          rows={result.places}
          columns={[...where, ...useTurnoverColumns<Place>(result)]}
          isCompact
          keyOf={({ locationId, channel }) => `${locationId} ${channel}`}
        />
      </Wide>
    </TableCard>
  );
}
