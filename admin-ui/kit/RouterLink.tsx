import type { HTMLProps, MouseEvent, ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { withKeptParams } from '../route/kept-params.ts';

type Props = Omit<HTMLProps<HTMLAnchorElement>, 'ref'> & {
  readonly url?: string;
  readonly external?: boolean;
  readonly children?: ReactNode;
};

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Every link inside the app: a real `<a href>` that goes without loading the page again. */
export function RouterLink({ url = '', external = false, children, onClick, ...rest }: Props) {
  const isOurs = url.startsWith('/') && !external;
  const path = isOurs ? withKeptParams(url) : url;
  const href = useHref(isOurs ? path : '/');
  const navigate = useNavigate();
  if (!isOurs) {
    return (
      <a {...rest} href={url} target="_top" rel="noopener noreferrer" onClick={onClick}>
        {children}
      </a>
    );
  }
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    navigate(path);
  };
  return (
    <a {...rest} href={href} onClick={go}>
      {children}
    </a>
  );
}
