// What is pressed and filled in.
export {
  Button,
  ButtonGroup,
  Checkbox,
  ChoiceList,
  Form,
  FormLayout,
  InlineError,
  Select,
  TextField,
} from '@shopify/polaris';
