import type { ReactNode } from 'react';

/** The work, and what one keeps an eye on beside it; on narrow pages it comes below. */
export const Sides = ({ side, children }: { readonly side: ReactNode; readonly children: ReactNode }) => (
  <div className="kit-sides">
    <div>{children}</div>
    <aside>{side}</aside>
  </div>
);
