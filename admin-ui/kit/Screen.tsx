import { Page, type PageProps } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = Omit<PageProps, 'title'> & {
  readonly title: string;
  readonly back?: { readonly content: string; readonly url: string };
  /** Keyboard focus goes to the screen when it opens; screens with a field of their own to focus say no. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
};

let isFirstScreen = true;

/** One screen: names the document, and after a change of screen brings keyboard and screen reader to its beginning. */
export function Screen({ title, back, takesFocus = true, children, ...page }: Props) {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (takesFocus && !isFirstScreen) start.current?.focus({ preventScroll: true });
    isFirstScreen = false;
  }, [takesFocus]);
  return (
    <div ref={start} tabIndex={-1} className="kit-screen">
      <Page title={title} {...page} {...(back === undefined ? {} : { backAction: back })}>
        {children}
      </Page>
    </div>
  );
}
