import { createPlural } from '../format/plural.ts';

const plural = createPlural('en');

/** The discount club of several shops: the merchant's screen. */
export const club = {
  title: 'Discount club',
  intro:
    'In a club the cards of each shop are honoured in the others, each by its own rule. ' +
    'What crosses is only that a card is good: no name, no address, no purchase history.',
  found: {
    title: 'Found a club',
    help: 'You invite other shops afterwards.',
    name: 'Name of the club',
    action: 'Found the club',
    done: 'The club is founded',
  },
  join: {
    title: 'Join a club',
    help: 'With the code that a shop of the club has given you.',
    code: 'Code of the invitation',
    action: 'Join the club',
    done: 'Your shop has joined',
  },
  rule: {
    title: 'Your rule',
    label: 'Discount for cards of the other shops',
    help: 'On every line, never below your margin floor. 0 honours no card.',
    save: 'Save the rule',
    saved: 'Saved',
  },
  members: {
    title: 'Shops in the club',
    shop: 'Shop',
    since: 'Since',
    gives: 'Gives guests',
    own: (name: string) => `${name} (yours)`,
    remove: 'Take out',
    removed: (name: string) => `${name} is out of the club`,
    removeTitle: (name: string) => `Take ${name} out of the club?`,
    removeMessage:
      'From now on their cards are not honoured in the others, nor the others’ cards there. ' +
      'Statements of the past stay.',
    leave: 'Leave the club',
    leaveTitle: 'Leave the club?',
    leaveMessage:
      'From now on your cards are not honoured in the other shops, nor theirs in yours. ' +
      'Statements of the past stay. To come back you need a new invitation.',
    left: 'Your shop has left the club',
  },
  invitations: {
    title: 'Invitations',
    help: 'One code for one shop, good for two weeks.',
    empty: 'No invitation is open.',
    invite: 'Invite a shop',
    codeTitle: 'The code for the other shop',
    codeHelp: 'It is shown this once. Give it to the other merchant, who enters it under “Discount club”.',
    copy: 'Copy',
    copied: 'Copied',
    until: (day: string) => `Good until ${day}`,
    revoke: 'Take back',
    revoked: 'The invitation is taken back',
  },
  account: {
    title: 'Monthly statement',
    help: 'A return is told in its own month, so a month that is over does not change by it.',
    month: 'Month',
    print: 'Print',
    here: 'Their cards here',
    there: 'Your cards there',
    empty: 'No other shop is in the club yet.',
    purchases: (count: number) => plural(count, { one: '# purchase', other: '# purchases' }),
    goods: (amount: string) => `goods ${amount}`,
    discount: (amount: string) => `discount ${amount}`,
  },
};
