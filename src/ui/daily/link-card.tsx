import { Component } from 'preact';
import type { DigestEntry } from '../../core/digest';
import type { Day } from '../../core/link';
import { sameValue } from '../../core/same-value';
import { cardOf, type LinkActions, nowSeconds } from './actions';
import { Card } from './card';
import { CardForm } from './card-form';
import { SelectionBox } from './selection-bar';
import { ServerMark } from './server-mark';

export interface LinkCardProps {
  entry: DigestEntry;
  day: Day;
  /** Show the day instead of the time, on pages of more days than one. */
  dated?: boolean;
  actions: LinkActions;
}

/** A link's card, or its form while it is edited. It is drawn again only where something of its own has changed. */
export class LinkCard extends Component<LinkCardProps> {
  override shouldComponentUpdate(next: LinkCardProps): boolean {
    return !isDrawnAlike(this.props, next);
  }

  override render({ entry, day, dated, actions }: LinkCardProps) {
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
}

/** The functions among the actions stay the same (see `useSteady`); what else they hold says which card it is about. */
export function isDrawnAlike(now: LinkCardProps, next: LinkCardProps): boolean {
  const { id } = now.entry.link;
  const isForm = now.actions.editing === id || next.actions.editing === id;
  return (
    !isForm &&
    now.actions.boxes === next.actions.boxes &&
    now.actions.server === next.actions.server &&
    now.day === next.day &&
    now.dated === next.dated &&
    sameValue(now.entry, next.entry)
  );
}
