// How things stand on a page. Polaris is named here and nowhere else, so it can be replaced room by room.
export { BlockStack, Box, Card, Divider, InlineGrid, InlineStack, Layout } from '@shopify/polaris';
