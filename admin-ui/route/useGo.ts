import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { withKeptParams } from './kept-params.ts';

/** Goes to a path inside the app; keeps what Shopify put into the address. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  return useCallback((path) => void navigate(withKeptParams(path)), [navigate]);
}
