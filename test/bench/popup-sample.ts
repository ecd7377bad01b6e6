/** One opening of a popup; every time in milliseconds. */
export interface PopupSample {
  /** From the start of the navigation to the popup's page until its field has the focus of the keyboard. */
  focus: number;
  /** The same from the moment when the browser is told to open it. */
  opened: number;
  /** From the start of the navigation until something is painted, where that is to be had. */
  paint?: number;
}

/** How long (ms) a popup is left alone before it is asked anything: the questions would be measured with it. */
export const UNDISTURBED = 300;
