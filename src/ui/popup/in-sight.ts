/**
 * Keeps what has the focus in sight, above the footer. Browsers see to that, but Firefox leaves a field where it is of which a part
 * shows, and a phone's keyboard takes its room after the focus came.
 */
export function keepFocusInSight(): void {
  // Not what a pointer presses: it would slip away from under it.
  const show = () => document.querySelector('.form :focus-visible:not(footer *)')?.scrollIntoView({ block: 'nearest' });
  document.addEventListener('focusin', show);
  addEventListener('resize', show);
}
