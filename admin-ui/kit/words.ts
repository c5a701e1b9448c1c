// What is read.
export { Badge, Banner, Link, List, ProgressBar, Spinner, Text } from '@shopify/polaris';
