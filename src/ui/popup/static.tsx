import { renderToString } from 'preact-render-to-string';
import { emptyForm } from '../../core/form';
import { calm, Popup } from './popup';

/** The popup's form as the build writes it into `popup.html`: with nothing in it, in English. */
export function renderStatic(): string {
  const nothing = () => {};
  return renderToString(
    <Popup
      form={emptyForm}
      around={calm}
      uses={[]}
      now={0}
      onType={nothing}
      onTags={nothing}
      onEarlier={nothing}
      onDiscard={nothing}
      onUndoDiscard={nothing}
      onRestore={nothing}
      onSave={nothing}
      failed={nothing}
      onSeveral={nothing}
    />,
  );
}
