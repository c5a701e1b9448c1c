// The icons we use, each under its own name.
export {
  AlertTriangleIcon,
  ChartVerticalIcon,
  CheckCircleIcon,
  ConfettiIcon,
  CreditCardIcon,
  DeleteIcon,
  HomeIcon,
  ImportIcon,
  InfoIcon,
  PersonIcon,
  ProductIcon,
  SearchIcon,
  SettingsIcon,
  StarIcon,
  StoreIcon,
} from '@shopify/polaris-icons';
