import { useEffect, useState } from 'preact/hooks';

/** Takes a file that is dropped anywhere on the page. @returns whether one is held above it */
export function useFileDrop(take: (file: File) => void): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    // Text that is dragged into a field is none of our business.
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setAbove(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setAbove(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setAbove(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    const heard = { dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(heard)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(heard)) removeEventListener(name, listener as EventListener);
    };
  }, []);
  return above;
}
