import { Toast } from '@shopify/polaris';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Say = (message: string, isError?: boolean) => void;
type Said = { readonly id: number; readonly message: string; readonly isError: boolean };

const ToastContext = createContext<Say>(() => {});

/** Says in passing that something was done (or that it was not). */
export const useToast = (): Say => useContext(ToastContext);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback<Say>((message, isError = false) => {
    setSaid((before) => ({ id: (before?.id ?? 0) + 1, message, isError }));
  }, []);
  return (
    <ToastContext.Provider value={say}>
      {children}
      {said !== null && (
        <Toast key={said.id} content={said.message} error={said.isError} onDismiss={() => setSaid(null)} />
      )}
    </ToastContext.Provider>
  );
}
