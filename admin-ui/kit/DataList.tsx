import { UnstyledLink } from '@shopify/polaris';
import type { MouseEvent, ReactNode } from 'react';
import { useGo } from '../route/useGo.ts';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly isNumber?: boolean;
};

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads; its first cell becomes the link, so that the keyboard gets there too. */
  readonly urlOf?: (row: Row) => string;
  /** The page before is still shown while the next is fetched. */
  readonly isStale?: boolean;
  /** A few short columns in a narrow place: stays a table on a phone too. */
  readonly isCompact?: boolean;
};

/** A table; on a phone each row becomes a small card, with the titles beside the values. */
export function DataList<Row>({ label, rows, columns, keyOf, urlOf, isStale = false, isCompact = false }: Props<Row>) {
  const [first, ...others] = columns;
  return (
    <table className={isCompact ? 'kit-list kit-compact' : 'kit-list'} aria-label={label} aria-busy={isStale}>
      <thead>
        <tr>
          {columns.map(({ id, title, isNumber }) => (
            <th key={id} scope="col" className={isNumber ? 'kit-number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)} url={urlOf?.(row) ?? null}>
            <th scope="row">
              {urlOf === undefined ? first.cell(row) : <UnstyledLink url={urlOf(row)}>{first.cell(row)}</UnstyledLink>}
            </th>
            {others.map(({ id, title, cell, isNumber }) => (
              <td key={id} data-title={title} className={isNumber ? 'kit-number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

/**
 * The whole row is there for the mouse (the keyboard has the link in the first cell); selecting text and links inside
 * the row keep their own meaning.
 */
function Row({ url, children }: { readonly url: string | null; readonly children: ReactNode }) {
  const go = useGo();
  if (url === null) return <tr>{children}</tr>;
  const open = ({ target }: MouseEvent) => {
    const isOwn = target instanceof Element && target.closest('a, button, input') !== null;
    if (!isOwn && String(window.getSelection()) === '') go(url);
  };
  return (
    <tr className="kit-opens" onClick={open}>
      {children}
    </tr>
  );
}
