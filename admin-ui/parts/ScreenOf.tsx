import type { ComponentProps, ReactNode } from 'react';
import { LoadingPage } from '../kit/LoadingPage.tsx';
import { Screen } from '../kit/Screen.tsx';
import { useText } from '../session/shop.tsx';
import { Loaded } from './Loaded.tsx';

type Props<T> = {
  readonly title: string;
  readonly back?: { readonly content: string; readonly url: string };
  readonly query: ComponentProps<typeof Loaded<T>>['query'];
  readonly children: (data: T) => ReactNode;
};

/** A whole screen made of one reading: its skeleton, its failure, or what `children` make of the answer. */
export function ScreenOf<T>({ title, back, query, children }: Props<T>) {
  const { common } = useText();
  if (query.data === undefined && query.error !== null && !query.isFetching) {
    return (
      <Screen title={title} {...(back === undefined ? {} : { back })}>
        <Loaded query={query} loading={null}>
          {() => null}
        </Loaded>
      </Screen>
    );
  }
  return (
    <Loaded query={query} loading={<LoadingPage label={common.loading} />}>
      {children}
    </Loaded>
  );
}
