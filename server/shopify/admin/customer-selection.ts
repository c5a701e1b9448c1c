import { z } from 'zod';

export const CUSTOMER = `
  id updatedAt createdAt firstName lastName locale
  defaultEmailAddress { emailAddress marketingState marketingUpdatedAt }
  defaultPhoneNumber { phoneNumber }
  defaultAddress { address1 address2 zip city province country }`;

const text = z.string().nullish();

/** Fields that a shop has not been approved for are null. */
export const customerLine = z.object({
  id: z.string(),
  updatedAt: z.string(),
  createdAt: text,
  firstName: text,
  lastName: text,
  locale: text,
  defaultEmailAddress: z.object({ emailAddress: text, marketingState: text, marketingUpdatedAt: text }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: text }).nullish(),
  defaultAddress: z
    .object({ address1: text, address2: text, zip: text, city: text, province: text, country: text })
    .nullish(),
});

export type CustomerLine = z.output<typeof customerLine>;
