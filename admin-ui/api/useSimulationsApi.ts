import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SimulationForm, SimulationView } from '../../shared/contract/simulation.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

export function useStartSimulation() {
  const put = usePutSimulation();
  return useMutation({
    mutationFn: (form: SimulationForm) => change<SimulationView>('POST', '/api/simulations', form),
    onSuccess: put,
  });
}

export function useCancelSimulation(id: string) {
  const put = usePutSimulation();
  return useMutation({
    mutationFn: () => change<SimulationView>('POST', `/api/simulations/${encodeURIComponent(id)}/cancel`),
    onSuccess: put,
  });
}

/** Takes the answer over and reads the list again. */
function usePutSimulation() {
  const queries = useQueryClient();
  return async (simulation: SimulationView) => {
    queries.setQueryData(keys.simulation(simulation.id), simulation);
    await queries.invalidateQueries({ queryKey: keys.simulations });
  };
}
