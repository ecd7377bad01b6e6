import type { DigestEntry } from '../../core/digest';
import type { Day } from '../../core/link';
import { cardOf, type LinkActions, nowSeconds } from './actions';
import { Card } from './card';
import { CardForm } from './card-form';
import { SelectionBox } from './selection-bar';
import { ServerMark } from './server-mark';

/** A link's card, or its form while it is edited. `dated`: show the day instead of the time, on pages of more days than one. */
export function LinkCard(props: { entry: DigestEntry; day: Day; dated?: boolean; actions: LinkActions }) {
  const { entry, day, dated, actions } = props;
  const { link } = entry;
  if (actions.editing === link.id) {
    return (
      <CardForm
        link={link}
        day={day}
        uses={actions.uses}
        now={nowSeconds()}
        onSave={(save, passage, drafts, move) => actions.change(link, save, passage, drafts, move)}
        onClose={(left) => actions.close(cardOf(link.id), left && { draft: left, form: link.id })}
      />
    );
  }
  return (
    <Card
      entry={entry}
      {...(dated && { day })}
      box={actions.boxes && <SelectionBox link={link} boxes={actions.boxes} />}
      mark={actions.server && <ServerMark link={link} server={actions.server} />}
      actions={{
        onEdit: () => actions.edit(link.id),
        onCopy: () => actions.copy(link),
        onDelete: () => actions.remove(link),
      }}
    />
  );
}
