// What is read.
export { Badge, Banner, Link, List, ProgressBar, Spinner, Text, Thumbnail } from '@shopify/polaris';
