import { addStyles } from '../../ui/add-styles';
import styles from './later.css?inline';

// Whatever of the editor and the dialogs comes first brings the styles of all of them, before it is shown.
addStyles(styles);
