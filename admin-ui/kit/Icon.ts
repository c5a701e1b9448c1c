// The icon itself, for fields and buttons.
export { Icon } from '@shopify/polaris';
