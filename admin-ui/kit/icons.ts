// The icons we use, each under its own name.
export {
  CreditCardIcon,
  DeleteIcon,
  HomeIcon,
  ImportIcon,
  PersonIcon,
  SearchIcon,
  SettingsIcon,
  StarIcon,
} from '@shopify/polaris-icons';
