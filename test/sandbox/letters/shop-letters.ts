import { createTransport } from 'nodemailer';
import type { ShopContext } from '../world/context.ts';
import type { Order, Refund } from '../world/things.ts';
import { cancelledLetter, confirmedLetter, type Letter, refundedLetter } from './letter-texts.ts';

/** The letters that Shopify itself sends to shoppers. Nobody waits for one, and one that cannot go is let go. */
export type ShopLetters = {
  readonly confirmed: (context: ShopContext, order: Order) => void;
  readonly refunded: (context: ShopContext, order: Order, refund: Refund) => void;
  readonly cancelled: (context: ShopContext, order: Order) => void;
};

/** Sends through the SMTP server named; without one nothing is sent. */
export function createShopLetters(smtpUrl: string | null): ShopLetters {
  const transport = smtpUrl === null ? null : createTransport({ url: smtpUrl });
  const send = ({ state: { facts } }: ShopContext, order: Order, letter: Letter): void => {
    if (transport === null || order.email === null) return;
    const from = { name: facts.name, address: facts.email };
    transport.sendMail({ from, to: order.email, ...letter }).catch((cause: Error) => {
      console.warn(`The sandbox could not send a letter: ${cause.message}`);
    });
  };
  return {
    confirmed: (context, order) => send(context, order, confirmedLetter(context.state, order)),
    refunded: (context, order, refund) => send(context, order, refundedLetter(context.state, order, refund)),
    cancelled: (context, order) => send(context, order, cancelledLetter(context.state, order)),
  };
}
