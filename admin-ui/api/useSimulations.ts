import { useQuery } from '@tanstack/react-query';
import type { SimulationListView, SimulationRowView, SimulationView } from '../../shared/contract/simulation.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

const LOOK_AGAIN_MS = 700;

export const isUnderWay = ({ state }: Pick<SimulationRowView, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** The last simulations, asked again while one is under way. */
export const useSimulations = () =>
  useQuery({
    queryKey: keys.simulations,
    queryFn: ({ signal }) => read<SimulationListView>('/api/simulations', {}, signal),
    refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });

/** One simulation, asked again until it has ended. */
export const useSimulation = (id: string) =>
  useQuery({
    queryKey: keys.simulation(id),
    queryFn: ({ signal }) => read<SimulationView>(`/api/simulations/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  });
